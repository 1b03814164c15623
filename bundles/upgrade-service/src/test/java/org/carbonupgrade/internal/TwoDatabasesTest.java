package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.internal.state.WorkDirectory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two real databases, copied and compared by commands, without an upgrade. */
public class TwoDatabasesTest {

    private static final String PASSWORD = "S3cret-of-the-database";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestPair pair;

    @Before
    public void fill() throws Exception {
        pair = TestPair.in(folder.getRoot().toPath(), PASSWORD);
        pair.sql(
                "old",
                "CREATE TABLE UM_USER(UM_ID INT PRIMARY KEY, UM_USER_NAME VARCHAR(40), UM_USER_PASSWORD VARCHAR(40),"
                        + " UM_SALT_VALUE VARCHAR(40))",
                "INSERT INTO UM_USER VALUES(1, 'ann', 'S3cret-1', 'S3cret-salt-1'), (2, 'bob', 'S3cret-2', 'S3cret-salt-2')",
                "CREATE TABLE LARGE(ID INT PRIMARY KEY, B BLOB)",
                "INSERT INTO LARGE SELECT X, REPEAT('ab', 500) FROM SYSTEM_RANGE(1, 2000)");
    }

    @Test
    public void copiesAndFindsThemEqual() throws Exception {
        pair.plan("strategy", "stream");
        Map<String, String> before = Fingerprint.of(data(), "staging");
        assertEquals(pair.output(), 0, pair.command("copydb", "--json", pair.path("copy.json")));
        assertTrue(pair.output(), pair.output().contains("databases 1, tables 2, rows 2,002"));
        assertTrue(pair.output(), pair.output().contains("strategy  stream"));
        JsonObject figures = pair.json("copy.json").getAsJsonObject("figures");
        assertEquals(2002, figures.get("rows").getAsInt());
        assertEquals(2, figures.get("tables").getAsInt());
        JsonObject database = figures.getAsJsonArray("details").get(0).getAsJsonObject();
        assertTrue(database.get("from").getAsString().endsWith("data/old"));
        assertTrue(database.get("to").getAsString().endsWith("data/staging"));
        JsonObject large = database.getAsJsonArray("tables").get(0).getAsJsonObject();
        assertEquals("PUBLIC.LARGE", large.get("table").getAsString());
        assertEquals(2000, large.get("rows").getAsInt());
        assertTrue(large.get("bytes").getAsLong() > 2000 * 500);
        assertTrue(large.get("digest").getAsString().matches("2000:[0-9a-f]{32}"));
        assertTrue(large.has("millis") && large.has("lane"));

        assertEquals(pair.output(), 0, pair.command("comparedb", "--json", pair.path("compare.json")));
        assertTrue(pair.json("compare.json").toString().contains("\"equal\":true"));
        assertEquals(before, Fingerprint.of(data(), "staging"));
        assertEquals("[compare.json, copy.json, data, databases.properties]", files().toString());
    }

    @Test
    public void clonesFilesUnlessItIsToldOtherwise() throws Exception {
        assertEquals(pair.output(), 0, pair.command("copydb", "--json", pair.path("copy.json")));
        assertTrue(pair.output(), pair.output().contains("databases 1, tables 2, rows 2,002"));
        assertTrue(pair.output(), pair.output().contains("strategy  clone"));
        assertFalse(
                "no digest is claimed that nobody took",
                pair.json("copy.json").toString().contains("digest"));
        assertEquals(pair.output(), 0, pair.command("comparedb"));
    }

    @Test
    public void aDifferenceIsNamedAndShownToThoseWhoAskAndNeverAPassword() throws Exception {
        pair.command("copydb");
        pair.sql(
                "staging",
                "UPDATE UM_USER SET UM_USER_NAME = 'bert', UM_USER_PASSWORD = 'S3cret-x', UM_SALT_VALUE = 'S3cret-y' WHERE UM_ID = 2",
                "DELETE FROM UM_USER WHERE UM_ID = 1",
                "UPDATE LARGE SET B = X'CAFE' WHERE ID = 7");
        Map<String, String> before = Fingerprint.of(data(), null);

        assertEquals(1, pair.command("comparedb", "--json", pair.path("compare.json")));
        assertTrue(pair.output(), pair.output().contains("1 row with other values in staging: UM_ID=2"));
        assertTrue(pair.output(), pair.output().contains("1 row missing in staging: UM_ID=1"));
        assertTrue(pair.output(), pair.output().contains("databases, table PUBLIC.LARGE"));
        String quiet = pair.output() + pair.json("compare.json");
        assertFalse(quiet, quiet.matches("(?s).*(bert|bob|ann|cafe).*"));

        assertEquals(1, pair.command("comparedb", "--show-values", "--json", pair.path("compare.json")));
        String shown = pair.output();
        assertTrue(shown, shown.contains("UM_ID=2: UM_USER_NAME 'bob' in the old database, 'bert' in staging;"));
        assertTrue(shown, shown.contains("UM_USER_PASSWORD (hidden) in the old database, (hidden) in staging"));
        assertTrue(
                shown, shown.contains("UM_ID=1 in the old database: UM_USER_NAME 'ann', UM_USER_PASSWORD (hidden), "));
        assertTrue(shown, shown.contains("500 bytes: 0xabab"));
        assertTrue(shown, shown.contains("2 bytes: 0xcafe in staging"));
        String all = shown + pair.json("compare.json");
        assertTrue(all, all.contains("\"staging\":\"'bert'\""));
        assertFalse(all, all.contains("S3cret"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(Paths.get(pair.path("compare.json")))));
        assertEquals("nothing is written to", before, Fingerprint.of(data(), null));
    }

    @Test
    public void goesOnWithItsOwnCopyAndRefusesAnother() throws Exception {
        assertEquals(0, pair.command("copydb"));
        assertEquals("it is complete", 0, pair.command("copydb", "--jobs", "4"));
        pair.sql("other", "CREATE TABLE T(ID INT)");
        pair.plan("old.url", "jdbc:h2:./data/other");
        assertEquals(2, pair.command("copydb", "--json", pair.path("copy.json")));
        assertTrue(pair.output(), pair.output().contains("DB_FOREIGN_COPY"));
        assertEquals("FAIL", pair.json("copy.json").get("status").getAsString());
        assertEquals("[copy.json, data, databases.properties]", files().toString());
    }

    @Test
    public void aCopyOfAnUpgradeIsNotItsOwn() throws Exception {
        pair.command("copydb");
        pair.sql("staging", "UPDATE CARBON_UPGRADE SET NOTE = 'an-upgrade' WHERE MARK = 'UPGRADE'");
        assertEquals(2, pair.command("copydb"));
        assertTrue(pair.output(), pair.output().contains("belongs to upgrade an-upgrade"));
    }

    @Test
    public void refusesStagingThatHoldsAnything() throws Exception {
        pair.sql("staging", "CREATE TABLE MINE(ID INT)");
        assertEquals(2, pair.command("copydb"));
        assertTrue(pair.output(), pair.output().contains("DB_NOT_EMPTY"));
        assertTrue(pair.output(), pair.output().contains("databases (staging)"));
    }

    @Test
    public void refusesPlansThatMakeNoSense() throws Exception {
        refuses("PLAN_KEY_UNKNOWN", "did you mean old.url?", "old.uri", "jdbc:h2:./x");
        refuses("PLAN_KEY_MISSING", "The plan lacks staging.url.", "staging.url", "");
        refuses("PLAN_VALUE", "\"65\" is not a number from 1 to 64", "jobs", "65");
        refuses("PLAN_VALUE", "\"fast\" is neither auto nor stream nor clone", "strategy", "fast");
        refuses("PLAN_VALUE", "There is no ", "driver", "nowhere.jar");
        refuses("PLAN_SECRET", "NOT_SET_ANYWHERE is not set", "old.password", "${env:NOT_SET_ANYWHERE}");
        refuses("DB_SAME", "are the same", "staging.url", "jdbc:h2:file:./data/../data/old");
        refuses("DB_TYPES_DIFFER", "old database is H2", "staging.url", "jdbc:postgresql://localhost/x");
        refuses("DB_UNSUPPORTED", "", "staging.url", "jdbc:frobnicate:x");
        refuses("DB_MISSING", "data/nothing", "old.url", "jdbc:h2:./data/nothing");
        assertEquals("[data, databases.properties]", files().toString());
        assertEquals(2, pair.commandWithoutPlan("copydb", "--plan", pair.path("none.properties")));
        assertTrue(pair.output(), pair.output().contains("PLAN_MISSING"));
    }

    @Test
    public void refusesAPlaceWhereNoReportCanBeWrittenBeforeItBegins() throws Exception {
        assertEquals(2, pair.command("copydb", "--json", pair.path("none/copy.json")));
        assertTrue(pair.output(), pair.output().contains("REPORT_PLACE"));
        assertEquals(2, pair.command("copydb", "--json", pair.path("data")));
        assertEquals("[old.mv.db]", files("data").toString());
    }

    @Test
    public void takesItsWorkDirectoryForItselfAndGivesItBack() throws Exception {
        Path work = folder.newFolder("work").toPath();
        pair.plan("work.dir", "work");
        try (WorkDirectory other = new WorkDirectory(work.resolve("databases.work"))) {
            other.take();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(other.snapshots())));
            assertEquals(2, pair.command("copydb"));
            assertTrue(pair.output(), pair.output().contains("WORK_LOCKED"));
        }
        Path kept = Files.createDirectories(work.resolve("databases.work")).resolve("of-the-operator");
        Files.createFile(kept);
        assertEquals(pair.output(), 0, pair.command("copydb"));
        assertEquals("[of-the-operator]", files("work/databases.work").toString());
        pair.plan("work.dir", "databases.properties");
        assertEquals(2, pair.command("comparedb"));
        assertTrue(pair.output(), pair.output().contains("WORK_PLACE"));
    }

    @Test
    public void wordsWithoutSenseAreAnsweredByWhatIsPossible() throws Exception {
        assertEquals(64, pair.commandWithoutPlan("copydb"));
        assertTrue(pair.output(), pair.output().contains("--plan FILE"));
        assertEquals(64, pair.command("copydb", "--jobs", "many"));
        assertEquals(64, pair.command("copydb", "--show-values"));
        assertEquals("a password is never an option", 64, pair.command("copydb", "--password", "x"));
        assertTrue(pair.output(), pair.output().contains("staging.password"));
    }

    @Test
    public void theSampleIsAPlanThatIsUnderstood() throws Exception {
        assertEquals(0, pair.commandWithoutPlan("copydb", "--sample"));
        Files.write(
                folder.getRoot().toPath().resolve("databases.properties"),
                pair.output().getBytes("UTF-8"));
        assertEquals(2, pair.commandWithoutPlan("copydb", "--plan", pair.path("databases.properties")));
        assertTrue(pair.output(), pair.output().contains("OLD_PASSWORD is not set"));
    }

    @Test
    public void thePlanCanNameTheDriversOfEachSide() throws Exception {
        String jar = Paths.get(org.h2.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        pair.plan("old.driver", jar).plan("driver", Paths.get(jar).getParent().toString());
        assertEquals(pair.output(), 0, pair.command("copydb"));
        Files.createDirectory(folder.getRoot().toPath().resolve("empty"));
        pair.plan("staging.driver", "empty");
        assertEquals(2, pair.command("comparedb"));
        assertTrue(pair.output(), pair.output().contains("DB_DRIVER_MISSING"));
    }

    private void refuses(String code, String words, String key, String value) throws IOException {
        TestPair other = TestPair.in(folder.getRoot().toPath(), PASSWORD).plan(key, value);
        assertEquals(other.output(), 2, other.command("copydb"));
        assertTrue(other.output(), other.output().contains("FAIL  " + code));
        assertTrue(words + " in " + other.output(), other.output().contains(words));
        assertFalse(other.output(), other.output().contains("S3cret"));
        assertEquals("nothing was made", "[old.mv.db]", files("data").toString());
    }

    private Path data() {
        return folder.getRoot().toPath().resolve("data");
    }

    private List<String> files() throws IOException {
        return files("");
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.getRoot().toPath().resolve(below))) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
