package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.Fingerprint;
import org.carbonupgrade.internal.StockHome;
import org.carbonupgrade.internal.StockUpgrade;
import org.carbonupgrade.internal.TestPlaces;
import org.junit.Test;

/** What is wrong with the homes of real servers is found before anything is changed. */
public class CheckHomesTest extends CheckedHomes {

    @Test
    public void findsNothingWrongWithStockHomesAndChangesNeither() throws Exception {
        Map<String, String> old = Fingerprint.of(upgrade.oldHome().path(), null);
        Map<String, String> fresh = Fingerprint.of(upgrade.newHome().path(), null);
        assertEquals(upgrade.output(), 0, upgrade.command("check"));
        assertEquals(old, Fingerprint.of(upgrade.oldHome().path(), null));
        Map<String, String> after = Fingerprint.of(upgrade.newHome().path(), null);
        after.keySet().removeIf(file -> file.startsWith("repository/upgrade"));
        assertEquals(fresh, after);
        assertFalse(upgrade.output(), upgrade.output().contains("FAIL"));
        assertEquals("[]", upgrade.findings("check", "DUPLICATE_ROWS").toString());
        assertEquals(
                "[OK WSO2_CARBON_DB, used by the registry (wso2registry)., OK WSO2_SHARED_DB, used by user-mgt.xml,"
                        + " the registry's mounts /_system/governance, /_system/config.]",
                upgrade.findings("check", "DATABASE_USERS").toString());
    }

    @Test
    public void aStepThatIsKnownAndOneThatIsNot() throws Exception {
        one("VERSION_PATH", "OK The upgrade is from 4.4.6 to 4.4.7, and what that changes is known.");
        StockUpgrade other = StockUpgrade.in(directory("other"), "4.4.6", "4.4.9");
        assertTrue(
                other.check("VERSION_PATH").toString(),
                other.check("VERSION_PATH").get(0).startsWith("WARN "));
    }

    @Test
    public void versionsThatDoNotAgreeAreRefused() throws Exception {
        Files.move(
                upgrade.oldHome().path("lib/org.wso2.carbon.server-4.4.6.jar"),
                upgrade.oldHome().path("lib/org.wso2.carbon.server-4.4.5.jar"));
        assertEquals(2, upgrade.command("check"));
        assertTrue(upgrade.output(), upgrade.output().contains("VERSION_UNKNOWN"));
        assertTrue(upgrade.output(), upgrade.output().contains("lib/org.wso2.carbon.server-4.4.5.jar=4.4.5"));
    }

    @Test
    public void aStartScriptThatMayRunTheCreateScript() throws Exception {
        upgrade.newHome().replace("bin/wso2server.sh", "$JAVA_OPTS \\", "$JAVA_OPTS -Dsetup \\");
        upgrade.oldHome().file("bin/yajsw/conf/wrapper.conf", "#wrapper.java.additional.1 = -Dsetup\n");
        one("START_WITH_SETUP", "FAIL The start script has the option -Dsetup.");
        upgrade.oldHome().file("bin/yajsw/conf/wrapper.conf", "wrapper.java.additional.1 = -Dsetup\n");
        assertEquals(
                "WARN The start script has the option -Dsetup.",
                upgrade.check("START_WITH_SETUP").get(0));
    }

    @Test
    public void aPortOfTheOldServerThatAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            upgrade.oldHome()
                    .replace(
                            "repository/conf/tomcat/catalina-server.xml",
                            "port=\"9763\"",
                            "port=\"" + (server.getLocalPort() - 3) + "\"")
                    .replace("repository/conf/carbon.xml", "<Offset>0</Offset>", "<Offset>3</Offset>");
            assertTrue(
                    upgrade.check("PORT_IN_USE").toString(),
                    upgrade.check("PORT_IN_USE").stream()
                            .anyMatch(found ->
                                    found.startsWith("WARN ") && found.contains(" " + server.getLocalPort() + " ")));
        }
    }

    @Test
    public void aTenantsDirectoryWithoutItsTenant() throws Exception {
        Files.createDirectories(upgrade.oldHome().path("repository/tenants/17"));
        one("TENANT_UNKNOWN", "WARN The database has no tenant with the id 17.");
    }

    @Test
    public void patchesAreNamed() throws Exception {
        Files.createDirectories(upgrade.oldHome().path("repository/components/patches/patch0007"));
        Files.createDirectories(upgrade.oldHome().path("repository/components/patches/patch0000"));
        Files.createDirectories(upgrade.oldHome().path("repository/components/servicepacks/sp1"));
        assertEquals(2, upgrade.check("PATCH_NOT_CARRIED").size());
    }

    @Test
    public void aJavaThatTheNewVersionDoesNotKnow() throws Exception {
        Path jdk = directory("jdk");
        String supported = "The new version supports JDK 1.7, 1.8, 9, 10 and 11; a server would be started with Java ";
        assertEquals("[WARN " + supported + "17 of JAVA_HOME.]", java(jdk, "17.0.1"));
        assertEquals("[OK " + supported + "8 of JAVA_HOME.]", java(jdk, "1.8.0_292"));
        assertEquals("[OK " + supported + "11 of JAVA_HOME.]", java(jdk, "11"));
        StockHome home = upgrade.newHome();
        home.replace("bin/wso2server.sh", "$JAVA_OPTS \\", "$JAVA_OPTS -Djava.endorsed.dirs=\"$X\" \\");
        assertTrue(java(jdk, "11"), java(jdk, "11").startsWith("[FAIL "));
        assertEquals("[OK " + supported + "8 of JAVA_HOME.]", java(jdk, "1.8.0_292"));
    }

    private String java(Path jdk, String version) throws IOException {
        Files.write(jdk.resolve("release"), Collections.singletonList("JAVA_VERSION=\"" + version + "\""));
        return TestPlaces.judged(upgrade, (workplace, found) -> new JavaVersion(
                                Collections.singletonMap("JAVA_HOME", jdk.toString()))
                        .judge(workplace, found))
                .stream()
                .map((Finding each) -> each.status() + " " + each.what())
                .collect(Collectors.toList())
                .toString();
    }

    @Test
    public void versionsThatAreTheSameOrTheWrongWayRound() throws Exception {
        StockUpgrade same = StockUpgrade.in(directory("same"), "4.4.7", "4.4.7");
        assertEquals(
                "[WARN Old and new home have the same version, 4.4.7.]",
                same.check("VERSION_SAME").toString());
        StockUpgrade back = StockUpgrade.in(directory("back"), "4.4.7", "4.4.6");
        assertEquals(
                "[FAIL The new home is older: 4.4.7 to 4.4.6.]",
                back.check("VERSION_OLDER").toString());
    }

    @Test
    public void aHomeThatWritesItsConfigurationAtEveryStart() throws Exception {
        upgrade.newHome().file("repository/conf/deployment.toml", "");
        one("TOML_CONFIGURATION", "FAIL The home is configured by deployment.toml, not by its XML files.");
    }

    @Test
    public void aServerThatRuns() throws Exception {
        assertEquals(2, upgrade.check("SERVER_STOPPED").size());
        Process server = new ProcessBuilder(
                        "sh",
                        "-c",
                        "read x",
                        "-Dcarbon.home=" + upgrade.oldHome().path())
                .start();
        try {
            assertTrue(
                    upgrade.check("SERVER_RUNNING").toString(),
                    upgrade.findings("check", "SERVER_RUNNING")
                            .get(0)
                            .matches("FAIL The old server is running \\(process \\d+\\)\\."));
            assertEquals(
                    "[OK The new server is not running.]",
                    upgrade.findings("check", "SERVER_STOPPED").toString());
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    public void tenantsThatThereAre() throws Exception {
        upgrade.sql(
                "old/repository/database/WSO2SHARED_DB",
                "INSERT INTO UM_TENANT(UM_ID, UM_DOMAIN_NAME, UM_CREATED_DATE, UM_ACTIVE, UM_USER_CONFIG)"
                        + " VALUES(1, 'a.example', NOW(), TRUE, ''), (2, 'b.example', NOW(), FALSE, '')");
        Files.createDirectories(upgrade.oldHome().path("repository/tenants/2"));
        one("TENANTS", "OK 2 tenants, 1 of them inactive; 1 have a directory of their own.");
    }

    @Test
    public void aPrerequisiteThatBreaksOffKeepsNoOtherFromBeingJudged() throws Exception {
        upgrade.oldHome().file("repository/conf/datasources/own-datasources.xml", "<datasources");
        one("XML_NOT_WELL_FORMED", upgrade.check("XML_NOT_WELL_FORMED").get(0));
        assertTrue(upgrade.output(), upgrade.output().contains("own-datasources.xml"));
        assertEquals(1, upgrade.findings("check", "VERSION_PATH").size());
        assertEquals(1, upgrade.findings("check", "VANILLA_PACK").size());
    }
}
