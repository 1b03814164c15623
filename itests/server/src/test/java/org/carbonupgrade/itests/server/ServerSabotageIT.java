package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.carbonupgrade.itests.population.UserStoreRecord;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.TextFile;
import org.carbonupgrade.itests.support.UpgradeOutcome.Finding;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * A new server that comes up, but not whole: a bundle that cannot be resolved, a component without its service, an archive that is
 * faulty, a data source that does not point at staging, a user that is gone, a directory of nobody's, a password that cannot be
 * decrypted. Each is found and named, and nothing else is.
 */
public class ServerSabotageIT {

    private static final String WAITING =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.1.0" name="org.example.waiting" immediate="true">
              <implementation class="org.example.Waiting"/>
              <reference name="nobody" interface="org.example.Nobody" cardinality="1..1" policy="static"/>
            </scr:component>
            """;

    private static final String ORPHAN = "777";

    private static Upgrade upgrade;
    private static int tenantOfTheUser;
    private static String spoiledStore;

    @BeforeClass
    public static void damageAndStart() throws Exception {
        upgrade = Upgrade.copy("server-sabotaged");
        Path dropins = upgrade.newHome().resolve("repository/components/dropins");
        jar(dropins.resolve("org.example.lost-1.0.0.jar"), "org.example.lost", "Import-Package", "org.example.nowhere");
        jar(
                dropins.resolve("org.example.waiting-1.0.0.jar"),
                "org.example.waiting",
                "Service-Component",
                "OSGI-INF/waiting.xml",
                "OSGI-INF/waiting.xml",
                WAITING);
        jar(
                upgrade.newHome().resolve("repository/deployment/server/axis2services/Broken.aar"),
                "broken",
                "Name-Of",
                "nothing",
                "META-INF/services.xml",
                "<service name=\"Broken\"><nonsense");
        OldServer.point(OldServer.ORDERS, "./repository/database/OTHER_DB", upgrade.newHome());
        tenantOfTheUser = dropAUser();
        Files.createDirectories(upgrade.newHome().tenants().resolve(ORPHAN));
        spoilPassword(FirstRun.get().oldHome().manifest().tenant("carbon.super").userStores.stream()
                .filter(store -> store.encrypted)
                .findFirst()
                .orElseThrow());
        try (CarbonServer server = CarbonServer.start(upgrade.newHome())) {
            upgrade.awaitVerification(server);
        }
    }

    @Test
    public void bundleThatCannotBeResolvedIsNamedWithWhatItLacks() {
        String what = only("VF_BUNDLE_UNRESOLVED");
        assertThat(what, containsString("bundle org.example.lost 1.0.0 is not resolved: nobody gives package"));
        assertThat(what, containsString("org.example.nowhere"));
    }

    @Test
    public void componentThatWaitsIsNamedWithWhatItWaitsFor() {
        assertEquals(
                "component org.example.waiting of bundle org.example.waiting 1.0.0 waits for service org.example.Nobody",
                only("VF_COMPONENT_UNSATISFIED"));
    }

    @Test
    public void faultyArchiveIsNamed() {
        assertThat(only("VF_ARTIFACT_FAULTY"), containsString("Broken.aar is faulty: "));
    }

    @Test
    public void whatTheServerLoggedOfThatIsShown() {
        List<Finding> logged = upgrade.outcome().findings("FAIL").stream()
                .filter(finding -> finding.code().equals("VF_ERROR_LOGGED"))
                .toList();
        assertTrue(logged.toString(), !logged.isEmpty());
        assertThat(logged.toString(), containsString("Broken.aar"));
    }

    @Test
    public void dataSourceThatDoesNotPointAtStagingIsNamed() {
        assertThat(
                only("VF_DATA_SOURCE_NOT_STAGING"),
                containsString(
                        "data source ORDERS_DB (jdbc/OrdersDB) points at a database that this upgrade did not make"));
    }

    @Test
    public void tenantThatHasLostAUserIsNamed() {
        assertThat(only("VF_ROWS_MISSING"), containsString("UM_USER of tenant " + tenantOfTheUser + " held "));
    }

    @Test
    public void directoryThatBelongsToNoTenantIsNamed() {
        assertEquals("repository/tenants/777 belongs to no tenant of the database", only("VF_TENANT_DIRECTORY_ORPHAN"));
    }

    @Test
    public void secretThatCannotBeDecryptedIsNamed() {
        assertThat(
                only("VF_SECRET_NOT_DECRYPTED"),
                containsString("property password of " + spoiledStore + " can't be decrypted: "));
    }

    @Test
    public void nothingElseIsFoundWrong() {
        assertEquals(
                Set.of(
                        "VF_BUNDLE_UNRESOLVED",
                        "VF_COMPONENT_UNSATISFIED",
                        "VF_ARTIFACT_FAULTY",
                        "VF_ERROR_LOGGED",
                        "VF_DATA_SOURCE_NOT_STAGING",
                        "VF_ROWS_MISSING",
                        "VF_TENANT_DIRECTORY_ORPHAN",
                        "VF_SECRET_NOT_DECRYPTED",
                        // What follows from the spoiled password.
                        "VF_USER_STORE_NOT_CONNECTED"),
                upgrade.outcome().codes("FAIL"));
        assertEquals(Set.of(), upgrade.outcome().codes("COULD_NOT_RUN"));
        Map<String, String> statuses = new TreeMap<>();
        upgrade.checks().forEach((name, status) -> {
            if (!status.equals("OK")) {
                statuses.put(name, status);
            }
        });
        assertEquals(
                Map.of(
                        "bundles", "FAIL",
                        "components", "FAIL",
                        "artifacts", "FAIL",
                        "log", "FAIL",
                        "migrated-data", "FAIL",
                        "secrets", "FAIL"),
                statuses);
    }

    private static String only(String code) {
        List<Finding> found = upgrade.outcome().findings("FAIL").stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
        assertEquals(code + ": " + found, 1, found.size());
        return found.get(0).what();
    }

    /** What refers to the user goes with it; gives its tenant. */
    private static int dropAUser() throws SQLException {
        try (Connection users = upgrade.newHome().connect(Plans.STAGED_USERS);
                Statement statement = users.createStatement()) {
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
            int id;
            int tenant;
            try (ResultSet last = statement.executeQuery(
                    "SELECT UM_ID, UM_TENANT_ID FROM UM_USER WHERE UM_USER_NAME NOT LIKE '%admin%' ORDER BY UM_ID DESC")) {
                assertTrue(last.next());
                id = last.getInt(1);
                tenant = last.getInt(2);
            }
            for (String table : List.of("UM_USER_ATTRIBUTE", "UM_USER_ROLE")) {
                statement.executeUpdate(
                        "DELETE FROM " + table + " WHERE UM_USER_ID = " + id + " AND UM_TENANT_ID = " + tenant);
            }
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "DELETE FROM UM_USER WHERE UM_ID = " + id + " AND UM_TENANT_ID = " + tenant));
            return tenant;
        }
    }

    /** Puts something that no key store has encrypted in the place of a password. */
    private static void spoilPassword(UserStoreRecord store) {
        spoiledStore = store.file;
        TextFile file = TextFile.at(upgrade.newHome().resolve(store.file));
        String text = file.read();
        int begin = text.indexOf('>', text.indexOf("encrypted=\"true\"")) + 1;
        file.write(text.substring(0, begin) + "c3BvaWxlZA==" + text.substring(text.indexOf('<', begin)));
    }

    /** @param content entries with their texts, by turns */
    private static void jar(Path file, String name, String header, String value, String... content) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue(header, value);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (int i = 0; i < content.length; i += 2) {
                jar.putNextEntry(new ZipEntry(content[i]));
                jar.write(content[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
