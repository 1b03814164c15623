package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Bad input gets one clear error with code and remedy, exit status 2, and changes nothing. */
public class BadInputTest {

    private static final String STATE = "repository/upgrade";
    private static final int REFUSED = 2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
    }

    @Test
    public void halfAPlan() {
        refused("PLAN_KEY_MISSING", upgrade.plan("old.home", null), "check");
        refused("PLAN_KEY_MISSING", upgrade.plan("old.home", ""), "check");
    }

    @Test
    public void keysThatNobodyKnows() {
        refused("PLAN_KEY_UNKNOWN", upgrade.plan("backup.directory", "x"), "check");
        assertTrue(upgrade.output(), upgrade.output().contains("did you mean backup.dir?"));
    }

    @Test(timeout = 60_000)
    public void aPipeWhereAFileIsExpected() throws Exception {
        Path stores = Files.createDirectories(upgrade.path("old/repository/deployment/server/userstores"));
        OddNames.shell(stores, "mkfifo X.xml");
        assertEquals(REFUSED, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("FILE_READ"));
    }

    @Test
    public void aDatabaseThatTheOldHomeDoesNotHave() {
        refused("PLAN_DATABASE_UNKNOWN", upgrade.plan("staging.WSO2_CARBON.url", "jdbc:h2:/tmp/x"), "check");
        assertTrue(upgrade.output(), upgrade.output().contains("WSO2UM_DB, WSO2_CARBON_DB"));
    }

    @Test
    public void homesThatAreNone() {
        refused("HOME_NOT_CARBON", upgrade.plan("old.home", "nowhere"), "check");
        refused("HOME_NOT_CARBON", upgrade.plan("old.home", "old/bin"), "check");
    }

    @Test
    public void theSameHomeTwice() throws Exception {
        refused("HOMES_SAME", upgrade.plan("new.home", "old"), "check");
        Files.createSymbolicLink(upgrade.path("link"), upgrade.path("old"));
        refused("HOMES_SAME", upgrade.plan("new.home", "link"), "check");
    }

    @Test
    public void anOldHomeThatIsNewer() throws Exception {
        TestUpgrade backwards = TestUpgrade.in(folder.newFolder("backwards").toPath(), "4.4.7", "4.4.6");
        refused("VERSION_OLDER", backwards, "check");
        refused("VERSION_OLDER", backwards, "run");
    }

    @Test
    public void stagingThatIsTheOldDatabase() throws Exception {
        Path database = upgrade.oldHome().path().resolve("repository/database/REG");
        refused("STAGING_IS_OLD", upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + database), "check");
        Files.createSymbolicLink(upgrade.path("elsewhere"), database.getParent());
        refused(
                "STAGING_IS_OLD",
                upgrade.plan(
                        "staging.WSO2_CARBON_DB.url", "jdbc:h2:file:" + upgrade.path("elsewhere/REG") + ";MVCC=TRUE"),
                "check");
        refused("STAGING_IS_OLD", upgrade, "run");
    }

    @Test
    public void stagingInTheOldHome() throws Exception {
        Path old = upgrade.oldHome().path();
        refused(
                "STAGING_IS_OLD",
                upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + old.resolve("data/X")),
                "run");
        Files.createDirectories(old.resolve("data"));
        Files.createSymbolicLink(upgrade.path("elsewhere"), old.resolve("data"));
        String linked = "jdbc:h2:" + upgrade.path("elsewhere/X");
        refused("STAGING_IS_OLD", upgrade.plan("staging.WSO2_CARBON_DB.url", linked), "run");
    }

    @Test
    public void oneStagingForTwoDatabases() {
        String url = "jdbc:h2:" + upgrade.path("staging/X");
        upgrade.plan("staging.WSO2_CARBON_DB.url", url).plan("staging.WSO2UM_DB.url", url);
        refused("PLAN_STAGING_SHARED", upgrade, "run");
    }

    @Test
    public void stagingThatIsNotEmpty() throws Exception {
        upgrade.sql("taken", "CREATE TABLE SOMEBODYS(A INT)");
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + upgrade.path("taken"));
        upgrade.plan("staging.WSO2_CARBON_DB.username", "carbon");
        refused("STAGING_EMPTY", upgrade, "check");
        refused("STAGING_EMPTY", upgrade, "run");
    }

    @Test
    public void aWrongPassword() {
        refused("DB_CONNECT", upgrade.plan("old.WSO2UM_DB.password", "wrong"), "check");
        assertFalse(upgrade.output(), upgrade.output().contains("pass-word"));
    }

    @Test
    public void aDriverThatIsNowhere() throws Exception {
        Files.delete(upgrade.newHome().path().resolve("repository/components/plugins/h2_1.4.199.jar"));
        refused("DB_DRIVER_MISSING", upgrade, "check");
    }

    @Test
    public void aDriverThatTheOldHomeBringsAlongIsNotMissing() throws Exception {
        Path driver = upgrade.newHome().path().resolve("repository/components/plugins/h2_1.4.199.jar");
        Path carried = upgrade.oldHome().path().resolve("repository/components/lib/h2.jar");
        Files.createDirectories(carried.getParent());
        Files.move(driver, carried);
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
    }

    @Test
    public void aDatabaseOfATypeThatIsNotSupported() {
        refused("DB_UNSUPPORTED", upgrade.plan("staging.WSO2UM_DB.url", "jdbc:derby://u:sesame@h/db"), "check");
        assertFalse(upgrade.output(), upgrade.output().contains("sesame"));
    }

    @Test
    public void stagingOfAnotherType() {
        refused("STAGING_TYPE", upgrade.plan("staging.WSO2UM_DB.url", "jdbc:postgresql://h/db"), "check");
    }

    @Test
    public void databasesOnAServerWithoutABackup() {
        upgrade.oldHome().dataSources(new String[] {"WSO2UM_DB", "jdbc/WSO2UM", "jdbc:postgresql://127.0.0.1:1/users"});
        upgrade.plan("backup.tools", "none");
        refused("BACKUP_MISSING", upgrade.plan("staging.WSO2UM_DB.url", "jdbc:postgresql://127.0.0.1:1/new"), "check");
        assertTrue(upgrade.output(), upgrade.output().contains("WSO2UM_DB"));
    }

    @Test
    public void nothingIsSaidOfTenantsWhereTheirDatabaseIsNotUnderstood() throws Exception {
        Files.createDirectories(upgrade.path("old/repository/tenants/7"));
        refused("DB_UNSUPPORTED", upgrade.plan("staging.WSO2UM_DB.url", "jdbc:derby://h/db"), "check");
        assertFalse(upgrade.output(), upgrade.output().contains("TENANT_UNKNOWN"));
    }

    @Test
    public void anOldHomeThatDoesNotSayWhereItsUsersAre() throws Exception {
        Files.delete(upgrade.path("old/repository/conf/user-mgt.xml"));
        Files.createDirectories(upgrade.path("old/repository/tenants/7"));
        refused("USER_MANAGER_NONE", upgrade, "check");
        assertFalse(upgrade.output(), upgrade.output().contains("TENANT_UNKNOWN"));
    }

    @Test
    public void anOldServerThatIsStillRunning() throws Exception {
        Process server = new ProcessBuilder(
                        Paths.get(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-Dcarbon.home=" + upgrade.path("old"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleeper.class.getName())
                .start();
        try {
            server.getInputStream().read();
            refused("SERVER_RUNNING", upgrade, "check");
            refused("SERVER_RUNNING", upgrade, "run");
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
    }

    @Test
    public void stepsOutOfTurn() {
        refused("STEP_ORDER", upgrade, "copy");
        assertTrue(upgrade.output(), upgrade.output().contains("check, backup"));
    }

    @Test
    public void wordsThatAreNoCommand() {
        assertEquals(64, upgrade.command("frobnicate"));
        assertEquals(64, upgrade.command("schema", "--aply"));
        assertEquals(64, upgrade.command("copy", "everything"));
        assertEquals(64, upgrade.command("configure", "--take", "old"));
    }

    private void refused(String code, TestUpgrade attempt, String... command) {
        Map<String, String> oldBefore = Fingerprint.of(attempt.path("old"), null);
        Map<String, String> newBefore = Fingerprint.of(attempt.path("new"), STATE);
        int status = attempt.command(command);
        assertEquals(attempt.output(), REFUSED, status);
        assertTrue(attempt.output(), attempt.output().contains(code));
        assertTrue(attempt.output(), attempt.output().contains("mend"));
        assertEquals(oldBefore, Fingerprint.of(attempt.path("old"), null));
        assertEquals(newBefore, Fingerprint.of(attempt.path("new"), STATE));
    }

    /** Stands for a server: what tells its process is what its start script passes to the JVM. */
    public static final class Sleeper {

        private Sleeper() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("up");
            Thread.sleep(60_000);
        }
    }
}
