package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What was carried is known file by file, and can be looked at again at any time. */
public class CarriedListTest {

    private static final String SERVER = "repository/deployment/server/";
    private static final String LIST = "repository/upgrade/artifacts.sha256";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        upgrade.oldHome().file(SERVER + "own.car", "own").file(SERVER + "a 'b'\\c\nd.car", "odd");
        OddNames.make(upgrade.path("old/" + SERVER), "\\377\\376", "no text");
        upgrade.oldHome().file(SERVER + "both.car", "mine");
        upgrade.newHome().file(SERVER + "both.car", "theirs").file(SERVER + "new.car", "theirs");
        upgrade.upTo("artifacts");
    }

    @Test
    public void everyFileThatWasCarriedIsInItAndNoOther() throws Exception {
        Path home = upgrade.path("new");
        String checked = OddNames.shell(home, "sha256sum --strict -c " + LIST);
        assertEquals(checked, 4, checked.split("\n").length);
        assertTrue(checked, checked.contains("aside/" + SERVER + "both.car.old: OK"));
        assertTrue(checked, checked.contains(SERVER + "own.car: OK"));
        assertFalse(checked, checked.contains("new.car"));
        assertEquals("again, where all is equal", 0, upgrade.command("artifacts"));
        assertEquals(
                checked.length(),
                OddNames.shell(home, "sha256sum --strict -c " + LIST).length());
    }

    @Test
    public void whatIsNotAsItWasCarriedIsNamed() throws Exception {
        assertEquals(upgrade.output(), 0, upgrade.command("artifacts", "--verify"));
        assertTrue(upgrade.output(), upgrade.output().contains("not as carried 0"));

        upgrade.newHome().file(SERVER + "own.car", "0wn");
        OddNames.shell(upgrade.path("new/" + SERVER), "rm \"$(printf '\\377\\376')\"");
        assertEquals(1, upgrade.command("artifacts", "--verify"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_CHANGED"));
        assertTrue(upgrade.output(), upgrade.output().contains("own.car"));
        assertTrue(upgrade.output(), upgrade.output().contains("it is gone"));
        assertTrue(upgrade.output(), upgrade.output().contains("not as carried 2"));

        assertEquals(upgrade.output(), 0, upgrade.command("artifacts"));
        assertEquals("0wn", upgrade.text("new/" + SERVER + "own.car"));
        assertEquals(upgrade.output(), 0, upgrade.command("artifacts", "--verify"));
    }

    @Test
    public void aListThatIsNotTheOneThatWasWrittenIsRefused() throws Exception {
        Path list = upgrade.path("new/" + LIST);
        String text = new String(Files.readAllBytes(list), StandardCharsets.ISO_8859_1);
        Files.write(list, text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(2, upgrade.command("artifacts", "--verify"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_LIST"));
        Files.delete(list);
        assertEquals(2, upgrade.command("artifacts", "--verify"));
        assertEquals(upgrade.output(), 0, upgrade.command("artifacts"));
        assertEquals(upgrade.output(), 0, upgrade.command("artifacts", "--verify"));
    }

    @Test
    public void nothingIsLaidAsideTwice() throws Exception {
        assertEquals(0, upgrade.command("artifacts"));
        assertEquals(0, upgrade.command("artifacts"));
        assertEquals("both.car.old\n", aside());
        assertTrue("and it is said all the same", upgrade.output().contains("ARTIFACT_KEPT"));

        upgrade.oldHome().file(SERVER + "both.car", "mine, changed");
        assertEquals(0, upgrade.command("artifacts"));
        assertEquals("both.car.old\nboth.car.old.2\n", aside());
        assertEquals("mine, changed", upgrade.state("aside/" + SERVER + "both.car.old.2"));
    }

    private String aside() throws Exception {
        return OddNames.shell(upgrade.path("new/repository/upgrade/aside/" + SERVER), "ls");
    }
}
