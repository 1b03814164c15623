package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.internal.Fingerprint;
import org.carbonupgrade.internal.StockHome;
import org.carbonupgrade.internal.StockUpgrade;
import org.carbonupgrade.internal.TestPlaces;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is wrong with the homes of real servers is found before anything is changed. */
public class CheckHomesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private StockUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = StockUpgrade.in(folder.getRoot().toPath(), "4.4.6", "4.4.7");
    }

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
        StockUpgrade other = StockUpgrade.in(folder.newFolder().toPath(), "4.4.6", "4.4.9");
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
    }

    @Test
    public void aPortOfTheOldServerThatAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            upgrade.oldHome()
                    .replace(
                            "repository/conf/tomcat/catalina-server.xml",
                            "port=\"9763\"",
                            "port=\"" + server.getLocalPort() + "\"");
            assertTrue(
                    upgrade.check("PORT_IN_USE").toString(),
                    upgrade.check("PORT_IN_USE").stream()
                            .anyMatch(found ->
                                    found.startsWith("WARN ") && found.contains(" " + server.getLocalPort() + " ")));
        }
    }

    @Test
    public void aDataSourceThatNobodyDefines() throws Exception {
        upgrade.oldHome().replace("repository/conf/user-mgt.xml", "jdbc/SHARED_DB", "jdbc/USERS");
        one("DATA_SOURCE_UNDEFINED", "FAIL No data source is called jdbc/USERS; it is used by user-mgt.xml.");
    }

    @Test
    public void aDatabaseThatNoDataSourceStandsFor() throws Exception {
        upgrade.oldHome()
                .replace(
                        "repository/conf/registry.xml",
                        "<dbConfig name=\"wso2registry\">",
                        "<dbConfig name=\"extra\"><url>jdbc:h2:./x</url></dbConfig><dbConfig name=\"wso2registry\">");
        one(
                "DATABASE_WITHOUT_SOURCE",
                "FAIL A database is named by its own URL, not as a data source, in the registry (extra).");
    }

    @Test
    public void aTenantWhoseRealmNamesADataSourceOfItsOwn() throws Exception {
        upgrade.sql(
                "old/repository/database/WSO2SHARED_DB",
                "INSERT INTO UM_TENANT(UM_ID, UM_DOMAIN_NAME, UM_CREATED_DATE, UM_USER_CONFIG) VALUES(1, 'a.example', NOW(),"
                        + " STRINGTOUTF8('<Realm><Configuration><Property name=\"dataSource\">jdbc/TENANT</Property>"
                        + "</Configuration></Realm>'))");
        one("DATA_SOURCE_UNDEFINED", "FAIL No data source is called jdbc/TENANT; it is used by the tenant a.example.");
    }

    @Test
    public void aTypeOfDatabaseThatIsNoLongerSupported() throws Exception {
        String file = "repository/conf/datasources/master-datasources.xml";
        upgrade.oldHome().replace(file, "jdbc:h2:./repository/database/WSO2CARBON_DB", "jdbc:derby:x");
        one(
                "DATABASE_TYPE_REMOVED",
                "FAIL The database is of the type derby, which version 4.4.7 does not support any more.");
    }

    @Test
    public void aTypeThatTheNewVersionHasNoScriptFor() throws Exception {
        Files.delete(upgrade.newHome().path("dbscripts/h2.sql"));
        one("SCRIPT_MISSING", "FAIL The new version has no create script for h2.");
    }

    @Test
    public void rowsThatTheNewSchemaForbids() throws Exception {
        String script = upgrade.newHome().text("dbscripts/h2.sql");
        upgrade.newHome()
                .file(
                        "dbscripts/h2.sql",
                        script
                                + "CREATE UNIQUE INDEX ONCE ON REG_TAG(REG_TAG_NAME, REG_TENANT_ID);\n"
                                + "ALTER TABLE REG_LOG ADD X INT;\nCREATE UNIQUE INDEX LATER ON REG_LOG(X);\n"
                                + "CREATE UNIQUE INDEX HELD ON REG_PATH(REG_PATH_ID, REG_TENANT_ID, REG_PATH_VALUE);\n");
        for (int i = 1; i <= 3; i++) {
            upgrade.sql(
                    "old/repository/database/WSO2CARBON_DB",
                    "INSERT INTO REG_TAG VALUES(" + i + ", '" + (i < 3 ? "same" : "other") + "', 'u', NOW(), -1234)");
        }
        assertEquals(
                "[FAIL The new version has a key on REG_TAG(REG_TAG_NAME, REG_TENANT_ID) that the old one has not; 1 values of"
                        + " it stand in more than one row., OK The new version has a key on REG_TAG(REG_TAG_NAME,"
                        + " REG_TENANT_ID) that the old one has not; 0 values of it stand in more than one row.]",
                upgrade.check("DUPLICATE_ROWS").toString());
    }

    @Test
    public void aSecretThatTheKeyStoreDoesNotOpen() throws Exception {
        upgrade.oldHome()
                .file(
                        "repository/deployment/server/userstores/HR.xml",
                        "<UserStoreManager class=\"x\"><Property name=\"DomainName\">HR</Property>"
                                + "<Property name=\"ConnectionPassword\" encrypted=\"true\">bm9wZQ==</Property></UserStoreManager>");
        List<String> found = upgrade.check("SECRET_UNDECRYPTABLE");
        assertEquals(found.toString(), 1, found.size());
        assertTrue(found.get(0), found.get(0).startsWith("FAIL The property ConnectionPassword: "));
        one("SECRETS", "OK 1 secrets of user stores are encrypted with the primary key store.");
    }

    @Test
    public void aKeyStoreWhosePasswordIsInTheVault() throws Exception {
        upgrade.oldHome()
                .replace("repository/conf/carbon.xml", "<KeyPassword>", "<KeyPassword svns:secretAlias=\"Carbon.Key\">")
                .file(
                        "repository/deployment/server/userstores/HR.xml",
                        "<UserStoreManager class=\"x\"><Property name=\"DomainName\">HR</Property>"
                                + "<Property name=\"P\" encrypted=\"true\">bm9wZQ==</Property></UserStoreManager>");
        assertTrue(
                upgrade.check("SECRETS").toString(),
                upgrade.check("SECRETS").get(0).startsWith("WARN 1 secrets"));
    }

    @Test
    public void aKeyStoreThatIsNotThere() throws Exception {
        Files.delete(upgrade.oldHome().path("repository/resources/security/wso2carbon.jks"));
        assertEquals(1, upgrade.check("KEY_STORE").size());
    }

    @Test
    public void aVaultWithoutASecret() throws Exception {
        String carbon = "repository/conf/carbon.xml";
        upgrade.oldHome()
                .replace(carbon, "<Server ", "<Server xmlns:svns=\"http://org.wso2.securevault/configuration\" ")
                .replace(carbon, "<KeyPassword>", "<KeyPassword svns:secretAlias=\"Carbon.Key\">")
                .replace(carbon, "<Security>", "<!-- <X svns:secretAlias=\"Commented\"/> --><Security>")
                .file("repository/conf/jndi.properties", "connection.password=secretAlias:Jndi\n#x=secretAlias:Out\n")
                .file("repository/conf/security/cipher-text.properties", "Jndi=[not yet]\n");
        assertEquals(
                "[FAIL The secure vault has no secret for Carbon.Key., WARN The secrets of these aliases are not encrypted"
                        + " yet: Jndi.]",
                upgrade.check("VAULT_SECRETS").toString());
        assertTrue(upgrade.findings("check", "VAULT_PASSWORD").get(0).startsWith("WARN "));
        upgrade.oldHome().file("password-persist", "x");
        assertTrue(upgrade.check("VAULT_PASSWORD").get(0).startsWith("OK "));
        assertFalse(upgrade.output(), upgrade.output().contains("not yet]"));
    }

    @Test
    public void aDropinThatTheNewServerCannotResolve() throws Exception {
        jar(
                "customer.good_1.0.0.jar",
                "org.wso2.carbon.user.core;version=\"[4.4.0,5)\",javax.xml.parsers,org.gone;resolution:=optional");
        jar("customer.bad_1.0.0.jar", "org.wso2.carbon.core;version=\"[9,10)\";x=\"a,b\",com.example.gone");
        upgrade.oldHome().file("repository/components/dropins/customer.torn_1.0.0.jar", "PK");
        jar("made_at_start.config_1.0.0.jar", "com.example.gone");
        List<String> found = upgrade.check("DROPIN_IMPORTS");
        assertEquals(
                "[WARN The new version lacks packages that the dropin imports: com.example.gone 0.0.0, org.wso2.carbon.core"
                        + " [9.0.0,10.0.0)., OK The new version has all packages that the dropin customer.good_1.0.0.jar imports.]",
                found.subList(0, 2).toString());
        assertEquals(3, found.size());
        assertTrue(found.get(2), found.get(2).startsWith("WARN The jar cannot be read"));
    }

    @Test
    public void aTenantsDirectoryWithoutItsTenant() throws Exception {
        Files.createDirectories(upgrade.oldHome().path("repository/tenants/17"));
        one("TENANT_UNKNOWN", "WARN The database has no tenant with the id 17.");
    }

    @Test
    public void aDiskThatIsTooSmall() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(
                upgrade.oldHome().path("repository/deployment/server/large").toFile(), "rw")) {
            sparse.setLength(4L << 40);
        }
        assertTrue(
                upgrade.check("SPACE").toString(), upgrade.check("SPACE").get(0).startsWith("FAIL "));
    }

    @Test
    public void anOldDatabaseThatIsOpen() throws Exception {
        try (Connection open = DriverManager.getConnection(
                "jdbc:h2:" + upgrade.path("old/repository/database/WSO2CARBON_DB"), "wso2carbon", "wso2carbon")) {
            assertTrue(open.isValid(1));
            assertTrue(
                    upgrade.check("DB_IN_USE").toString(),
                    upgrade.check("DB_IN_USE").get(0).startsWith("FAIL "));
        }
    }

    @Test
    public void aNewHomeThatSomebodyHasWorkedWith() throws Exception {
        upgrade.sql(
                "new/repository/database/WSO2SHARED_DB",
                "INSERT INTO UM_USER(UM_USER_NAME, UM_USER_PASSWORD, UM_CHANGED_TIME) VALUES('u', 'p', NOW())");
        assertTrue(
                upgrade.check("SHIPPED_DATABASE").toString(),
                upgrade.check("SHIPPED_DATABASE").get(1).startsWith("WARN "));
    }

    @Test
    public void patchesAreNamed() throws Exception {
        Files.createDirectories(upgrade.oldHome().path("repository/components/patches/patch0007"));
        Files.createDirectories(upgrade.oldHome().path("repository/components/servicepacks/sp1"));
        assertEquals(2, upgrade.check("PATCH_NOT_CARRIED").size());
    }

    @Test
    public void aStagingNodeThatWouldJoinTheOldCluster() throws Exception {
        String axis2 = "repository/conf/axis2/axis2.xml";
        String text = upgrade.oldHome().text(axis2);
        upgrade.oldHome()
                .file(
                        axis2,
                        text.replaceFirst(
                                "(org.wso2.carbon.core.clustering.hazelcast.HazelcastClusteringAgent\"\\s+enable=)\"false\"",
                                "$1\"true\""));
        upgrade.oldHome()
                .replace(
                        "repository/conf/carbon.xml",
                        "<DeploymentSynchronizer>\n        <Enabled>false",
                        "<DeploymentSynchronizer>\n        <Enabled>true");
        List<String> found = upgrade.check("STAGING_REACH");
        assertEquals(found.toString(), 2, found.size());
        assertTrue(found.toString(), found.get(0).contains("than wso2.carbon.domain until promotion"));
        assertTrue(found.toString(), found.get(1).contains("Enabled than true"));
    }

    @Test
    public void aJavaThatTheNewVersionDoesNotKnow() throws Exception {
        Path jdk = folder.newFolder("jdk").toPath();
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

    private void one(String code, String expected) throws IOException {
        assertEquals(upgrade.output(), Collections.singletonList(expected), upgrade.check(code));
    }

    private void jar(String name, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(new Attributes.Name("Bundle-SymbolicName"), name);
        headers.put(new Attributes.Name("Import-Package"), imports);
        Path jar = upgrade.oldHome().path("repository/components/dropins").resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
