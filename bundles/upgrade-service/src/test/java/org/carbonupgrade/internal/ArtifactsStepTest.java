package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ArtifactsStepTest {

    private static final String SERVER = "repository/deployment/server/";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;
    private TestHome vanilla;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        vanilla = TestHome.make(upgrade.path("vanilla"), "4.4.6");
    }

    @Test
    public void carriesLinksModesTimesAndOddNames() throws Exception {
        upgrade.oldHome()
                .file(SERVER + "a file 'quoted' \u00fc.txt", "x")
                .file(SERVER + "run.sh", "y")
                .file(SERVER + "only.txt", "z");
        Path old = upgrade.path("old/" + SERVER);
        Files.setPosixFilePermissions(old.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setPosixFilePermissions(old.resolve("only.txt"), PosixFilePermissions.fromString("r--------"));
        Files.setLastModifiedTime(old.resolve("run.sh"), FileTime.fromMillis(1_400_000_000_000L));
        Files.createSymbolicLink(old.resolve("link"), Paths.get("run.sh"));
        Files.createSymbolicLink(old.resolve("dangling"), Paths.get("nowhere"));
        Files.createDirectories(old.resolve("empty/deeper"));
        Files.setPosixFilePermissions(old.resolve("empty/deeper"), PosixFilePermissions.fromString("r-x------"));
        Files.setLastModifiedTime(old.resolve("empty"), FileTime.fromMillis(1_300_000_000_000L));

        upgrade.upTo("artifacts");

        Path carried = upgrade.path("new/" + SERVER);
        assertEquals("x", upgrade.text("new/" + SERVER + "a file 'quoted' \u00fc.txt"));
        assertEquals("rwxr-x--x", mode(carried.resolve("run.sh")));
        assertEquals("r--------", mode(carried.resolve("only.txt")));
        assertEquals(
                1_400_000_000_000L,
                Files.getLastModifiedTime(carried.resolve("run.sh")).toMillis());
        assertEquals("run.sh", Files.readSymbolicLink(carried.resolve("link")).toString());
        assertTrue(Files.isSymbolicLink(carried.resolve("dangling")));
        assertEquals("r-x------", mode(carried.resolve("empty/deeper")));
        assertEquals(
                1_300_000_000_000L,
                Files.getLastModifiedTime(carried.resolve("empty")).toMillis());
        Files.setPosixFilePermissions(carried.resolve("empty/deeper"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(old.resolve("empty/deeper"), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    public void carriesNamesAsLongAsTheyCanBeAndThoseThatAreNoText() throws Exception {
        char[] longest = new char[255];
        Arrays.fill(longest, 'n');
        Path old = upgrade.path("old/" + SERVER);
        upgrade.oldHome().file(SERVER + new String(longest), "long");
        OddNames.make(old, "\\377\\376", "one");
        OddNames.make(old, "\\376\\376", "two");

        upgrade.upTo("artifacts");

        assertEquals(OddNames.digests(old), OddNames.digests(upgrade.path("new/" + SERVER)));
    }

    @Test
    public void carriesWhatALinkAtTheTopOfATreeLeadsTo() throws Exception {
        upgrade.newHome().file("repository/tenants/README", "empty");
        Path shared = Files.createDirectories(upgrade.path("shared/1/data"));
        Files.write(shared.resolve("tenant.txt"), new byte[] {1});
        Files.createSymbolicLink(upgrade.path("old/repository/tenants"), upgrade.path("shared"));

        upgrade.upTo("artifacts");

        Path carried = upgrade.path("new/repository/tenants/1/data/tenant.txt");
        assertTrue(Files.isRegularFile(carried));
        assertFalse(Files.isSameFile(carried, shared.resolve("tenant.txt")));
    }

    @Test
    public void aUserStoreBehindALinkLeadsToItsStagingDatabase() throws Exception {
        upgrade.sql("data/STORE", "CREATE TABLE T(A INT)");
        String url = "jdbc:h2:" + upgrade.path("data/STORE");
        String store =
                "<UserStoreManager class=\"x\"><Property name=\"DomainName\">S</Property><Property name=\"url\">" + url
                        + "</Property><Property name=\"userName\">carbon</Property><Property name=\"password\">pass-word</Property>"
                        + "<Property name=\"driverName\">org.h2.Driver</Property></UserStoreManager>";
        Files.createDirectories(upgrade.path("shared/userstores"));
        Files.write(upgrade.path("shared/userstores/S.xml"), store.getBytes("UTF-8"));
        Files.createDirectories(upgrade.path("old/repository/tenants"));
        Files.createSymbolicLink(upgrade.path("old/repository/tenants/1"), upgrade.path("shared"));
        upgrade.plan("staging.userstore.1.S.url", "jdbc:h2:" + upgrade.path("staging/STORE"));

        upgrade.upTo("artifacts");

        assertTrue(upgrade.text("new/repository/tenants/1/userstores/S.xml").contains("staging/STORE"));
        assertEquals(store, upgrade.text("shared/userstores/S.xml"));
    }

    @Test
    public void tellsACustomersChangeFromADefault() {
        String untouched = SERVER + "untouched.car";
        String customised = SERVER + "customised.car";
        String both = SERVER + "both.car";
        for (String file : new String[] {untouched, customised, both}) {
            vanilla.file(file, "4.4.6");
            upgrade.oldHome().file(file, "4.4.6");
            upgrade.newHome().file(file, "4.4.6");
        }
        upgrade.newHome().file(untouched, "4.4.7");
        upgrade.oldHome().file(customised, "mine");
        upgrade.oldHome().file(both, "mine");
        upgrade.newHome().file(both, "4.4.7");
        upgrade.oldHome().file(SERVER + "axis2services/Version.aar", "old").file(SERVER + "own.car", "own");
        upgrade.newHome().file(SERVER + "axis2services/Version.aar", "new");

        upgrade.upTo("artifacts");

        assertEquals("4.4.7", upgrade.text("new/" + untouched));
        assertEquals("mine", upgrade.text("new/" + customised));
        assertEquals("4.4.6", upgrade.state("aside/" + customised));
        assertEquals("4.4.7", upgrade.text("new/" + both));
        assertEquals("mine", upgrade.state("aside/" + both + ".old"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_KEPT"));
        assertEquals("new", upgrade.text("new/" + SERVER + "axis2services/Version.aar"));
        assertEquals("own", upgrade.text("new/" + SERVER + "own.car"));
    }

    @Test
    public void leavesBehindWhatIsNeverCarried() {
        String dropins = "repository/components/dropins/";
        upgrade.oldHome()
                .file(dropins + "customers_1.0.0.jar", "x")
                .file(dropins + "README.txt.config_1.0.0.jar", "x")
                .file(dropins + "org.carbonupgrade.dbcopy-0.9.jar", "x")
                .file("repository/components/patches/patch0001/x.jar", "x")
                .file("repository/components/plugins/y.jar", "x")
                .file("repository/components/lib/driver.jar", "x")
                .file("repository/logs/wso2carbon.log", "x")
                .file("wso2carbon.pid", "1");
        upgrade.upTo("artifacts");
        assertTrue(Files.exists(upgrade.path("new/" + dropins + "customers_1.0.0.jar")));
        assertTrue(Files.exists(upgrade.path("new/repository/components/lib/driver.jar")));
        for (String left : new String[] {
            dropins + "README.txt.config_1.0.0.jar",
            dropins + "org.carbonupgrade.dbcopy-0.9.jar",
            "repository/components/patches",
            "repository/components/plugins/y.jar",
            "repository/logs",
            "wso2carbon.pid"
        }) {
            assertFalse(left, Files.exists(upgrade.path("new/" + left)));
        }
    }

    @Test
    public void carriesAndLeavesBehindWhatTheOperatorsPatternsSay() throws Exception {
        upgrade.oldHome()
                .file(SERVER + "webapps/old/a.txt", "x")
                .file(SERVER + "webapps/old/keep.txt", "x")
                .file(SERVER + "webapps/older.war", "x")
                .file(SERVER + "webapps/new.war", "x")
                .file("repository/resources/own/deep/b.txt", "x")
                .file("repository/resources/other.txt", "x")
                .file("repository/logs/own/c.txt", "x")
                .file("bin/wso2server.bat", "merged with configuration")
                .file("repository/components/plugins/own/d.jar", "x");
        Files.createDirectories(upgrade.path("old/" + SERVER + "webapps/old/empty"));
        upgrade.plan("artifacts.exclude", SERVER + "webapps/old, " + SERVER + "**/older.*, nowhere/*");
        upgrade.plan("artifacts.include", "repository/resources/own/**, **/own/*, **/keep.txt, bin/*.bat");

        upgrade.upTo("artifacts");

        List<String> made = new ArrayList<>(
                Fingerprint.of(upgrade.path("new"), "repository/upgrade").keySet());
        made.removeIf(name -> !name.matches(".*\\.(txt|war|jar)|.*empty") || name.matches("bin/.*|.*plugins/[^/]*"));
        assertEquals(
                Arrays.asList(
                        SERVER + "webapps/new.war",
                        SERVER + "webapps/old/keep.txt",
                        "repository/resources/own/deep/b.txt"),
                made);
        assertFalse(Files.exists(upgrade.path("new/bin/wso2server.bat")));
        assertTrue(upgrade.output(), upgrade.output().contains("The pattern nowhere/* matches nothing."));
        assertFalse(upgrade.output(), upgrade.output().contains("keep.txt matches nothing"));
        upgrade.plan("artifacts.exclude", SERVER + "../../secret");
        assertEquals(2, upgrade.command("artifacts"));
        assertTrue(upgrade.output(), upgrade.output().contains("PLAN_VALUE"));
    }

    @Test
    public void saysWhereLinksLeadOutOfTheHome() throws Exception {
        upgrade.oldHome().file(SERVER + "x", "x");
        Files.createSymbolicLink(upgrade.path("old/" + SERVER + "out"), upgrade.path("backup"));
        Files.createSymbolicLink(upgrade.path("old/" + SERVER + "in"), upgrade.path("old/" + SERVER + "x"));
        upgrade.upTo("artifacts");
        assertTrue(Files.isSymbolicLink(upgrade.path("new/" + SERVER + "out")));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_LINK_OUTSIDE"));
        assertTrue(upgrade.output(), upgrade.output().contains("ARTIFACT_LINK_OLD"));
    }

    @Test
    public void aUserStoreWithADatabaseOfItsOwnLeadsToStaging() throws Exception {
        String store = SERVER + "userstores/HR.xml";
        String xml = "<UserStoreManager class=\"x\">\n  <!-- ours -->\n  <Property name=\"DomainName\">HR</Property>\n"
                + "  <Property name=\"url\">jdbc:h2:" + upgrade.path("hr/HR") + "</Property>\n"
                + "  <Property name=\"userName\">carbon</Property>\n  <Property name=\"password\">pass-word</Property>\n"
                + "</UserStoreManager>\n";
        upgrade.sql(
                "hr/HR",
                "CREATE TABLE UM_USER(UM_ID INTEGER PRIMARY KEY, UM_USER_NAME VARCHAR(255))",
                "INSERT INTO UM_USER VALUES(7, 'eve')");
        upgrade.oldHome().file(store, xml);
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("staging.userstore.HR.url"));

        upgrade.plan("staging.userstore.HR.url", "jdbc:h2:" + upgrade.path("hr-staging/HR"));
        upgrade.upTo("artifacts");

        assertEquals(
                xml.replace(
                        upgrade.path("hr/HR").toString(),
                        upgrade.path("hr-staging/HR").toString()),
                upgrade.text("new/" + store));
        assertEquals("again it is the same", 0, upgrade.command("artifacts"));
        assertFalse(upgrade.output(), upgrade.output().contains("ARTIFACT_KEPT"));
    }

    @Test
    public void anExternalDatabaseOfAUserStoreCanBeShared() throws Exception {
        upgrade.oldHome()
                .file(
                        SERVER + "userstores/CORP.xml",
                        "<UserStoreManager class=\"x\"><Property name=\"DomainName\">CORP</Property>"
                                + "<Property name=\"url\">jdbc:oracle:thin:u/p@h:1521:x</Property></UserStoreManager>");
        assertEquals(2, upgrade.command("check"));
        upgrade.plan("shared.userstore.CORP", "true");
        upgrade.upTo("artifacts");
        assertTrue(upgrade.text("new/" + SERVER + "userstores/CORP.xml").contains("@h:1521:x"));
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }
}
