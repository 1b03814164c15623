package org.carbonupgrade.internal.path;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.carbonupgrade.internal.home.CarbonVersion;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class UpgradePathsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void knowsNothingOfOtherStepsByItself() {
        assertFalse(between("4.4.6", "4.4.8").isPresent());
        assertFalse(between("4.4.7", "4.4.6").isPresent());
        assertFalse(between("4.4.7", "4.4.7").isPresent());
        assertEquals("4.4.6-4.4.7", between("4.4.6", "4.4.7").get().toString());
    }

    @Test
    public void chainsStepsWhereNoneLeadsThereAlone() throws IOException {
        write("4.4.5-4.4.6", "removed | informix");
        write("4.4.7-4.4.9", "removed | db2");
        UpgradePath path = between("4.4.5", "4.4.9").get();
        assertEquals("[4.4.5-4.4.6, 4.4.6-4.4.7, 4.4.7-4.4.9]", path.steps().toString());
        assertEquals("[db2, derby, informix, openedge]", path.removedTypes().toString());
        assertFalse("there is no step over 4.4.8", between("4.4.5", "4.4.8").isPresent());
        assertEquals(
                "[4.4.6-4.4.7, 4.4.7-4.4.9]",
                between("4.4.6", "4.4.9").get().steps().toString());
    }

    @Test
    public void takesTheWayOfTheFewestSteps() throws IOException {
        write("4.4.5-4.4.6", "removed | informix");
        write("4.4.5-4.4.7", "removed | db2");
        assertEquals("[4.4.5-4.4.7]", between("4.4.5", "4.4.7").get().steps().toString());
        write("4.4.7-4.4.8", "removed | db2");
        write("4.4.6-4.4.8", "removed | db2");
        assertEquals(
                "of two of the same length the one that stays longer with the old",
                "[4.4.5-4.4.6, 4.4.6-4.4.8]",
                between("4.4.5", "4.4.8").get().steps().toString());
    }

    @Test
    public void addsWhatTheOperatorKnowsOfAKnownStep() throws IOException {
        write("4.4.6-4.4.7", "sql | h2 | table MINE | CREATE TABLE MINE(I INT)");
        UpgradePath path = between("4.4.6", "4.4.7").get();
        assertEquals("[4.4.6-4.4.7]", path.steps().toString());
        assertEquals(2, path.files().size());
        assertEquals(2, path.renames("h2").size());
        assertEquals(
                "[table MINE: CREATE TABLE MINE(I INT)]", path.statements("h2").toString());
    }

    @Test
    public void whatIsRenamedAgainIsRenamedOnce() throws IOException {
        write(
                "1.0.0-1.0.1",
                "rename | h2 | A | B\nindex | h2 | N | T(C, D)\nrename | h2 | X | Y\nrename | db2 | N | Q");
        write("1.0.1-1.0.2", "rename | h2 | B | C\nrename | h2 | N | M");
        UpgradePath path = between("1.0.0", "1.0.2").get();
        assertEquals("[X -> Y, A -> C, N -> M]", path.renames("h2").toString());
        assertEquals("[M ON T(C, D)]", path.indexes("h2").toString());
        assertEquals("A", path.formerName("h2", "c").get());
        assertFalse(path.formerName("h2", "B").isPresent());
    }

    @Test
    public void statementsLeadToWhatTheLastVersionHas() throws IOException {
        write(
                "1.0.0-1.0.1",
                "sql | h2 | index T.I | CREATE INDEX i ON T(I_D)\nsql | h2 | default T.C = 1 | ALTER TABLE T ALTER C SET"
                        + " DEFAULT 1\nsql | h2 | default T.D = 1 | ALTER TABLE T ALTER D SET DEFAULT 1");
        write("1.0.1-1.0.2", "rename | h2 | I | J\nsql | h2 | default T.C = 2 | ALTER TABLE T ALTER C SET DEFAULT 2");
        assertEquals(
                "[index T.J: CREATE INDEX J ON T(I_D), default T.D = 1: ALTER TABLE T ALTER D SET DEFAULT 1,"
                        + " default T.C = 2: ALTER TABLE T ALTER C SET DEFAULT 2]",
                between("1.0.0", "1.0.2").get().statements("h2").toString());
    }

    private void write(String name, String text) throws IOException {
        Files.write(directory().resolve(name + ".txt"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<UpgradePath> between(String from, String to) {
        boolean own = directory().toFile().list().length > 0;
        return UpgradePaths.with(own ? Optional.of(directory()) : Optional.empty())
                .between(CarbonVersion.in(from).get(), CarbonVersion.in(to).get());
    }

    private Path directory() {
        return folder.getRoot().toPath();
    }
}
