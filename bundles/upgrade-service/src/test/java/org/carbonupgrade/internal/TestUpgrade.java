package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** An old home with two real H2 databases, a new home, a plan, and the commands, for tests that need no server. */
public final class TestUpgrade extends PlannedUpgrade<TestUpgrade> {

    private static final List<String> STEPS =
            Arrays.asList("check", "backup", "copy", "compare", "schema", "configure", "artifacts", "install");

    private static final String REGISTRY_TABLES =
            "CREATE TABLE REG_PATH(REG_PATH_ID INTEGER AUTO_INCREMENT, REG_PATH_VALUE"
                    + " VARCHAR(2000) NOT NULL, REG_TENANT_ID INTEGER DEFAULT 0, CONSTRAINT PK_REG_PATH PRIMARY KEY(REG_PATH_ID,"
                    + " REG_TENANT_ID));\nCREATE INDEX REG_PATH_IND ON REG_PATH(REG_PATH_VALUE);\n"
                    + "CREATE TABLE REG_CONTENT(REG_CONTENT_ID INTEGER PRIMARY KEY, REG_CONTENT_DATA LONGBLOB);\n";
    private static final String USER_TABLES =
            "CREATE TABLE UM_TENANT(UM_ID INTEGER AUTO_INCREMENT PRIMARY KEY, UM_DOMAIN_NAME"
                    + " VARCHAR(255) NOT NULL, UM_ACTIVE BOOLEAN DEFAULT FALSE);\nCREATE TABLE UM_USER(UM_ID INTEGER PRIMARY KEY,"
                    + " UM_USER_NAME VARCHAR(255));\n";

    private final TestHome oldHome;
    private final TestHome newHome;

    private TestUpgrade(Path root, String oldVersion, String newVersion) {
        super(root, "carbon", "pass-word");
        this.oldHome = home("old", oldVersion);
        this.newHome = home("new", newVersion);
        oldHome.dataSources(
                        new String[] {
                            "WSO2_CARBON_DB",
                            "jdbc/WSO2CarbonDB",
                            "jdbc:h2:./repository/database/REG;LOCK_TIMEOUT=60000"
                        },
                        new String[] {"WSO2UM_DB", "jdbc/WSO2UM", "jdbc:h2:${carbon.home}/repository/database/UM"})
                .file(
                        "repository/conf/registry.xml",
                        "<wso2registry><dbConfig name=\"r\"><dataSource>jdbc/WSO2CarbonDB</dataSource></dbConfig></wso2registry>\n")
                .file(
                        "repository/conf/user-mgt.xml",
                        "<UserManager><Realm><Configuration><Property name=\"dataSource\">jdbc/WSO2UM</Property>"
                                + "</Configuration></Realm></UserManager>\n");
        newHome.file("dbscripts/h2.sql", REGISTRY_TABLES + USER_TABLES);
        plan("backup.dir", "backup");
        plan("old.vanilla", "vanilla");
    }

    /** From 4.4.6 to 4.4.7, with some rows. */
    public static TestUpgrade in(Path root) throws SQLException {
        return in(root, "4.4.6", "4.4.7");
    }

    public static TestUpgrade in(Path root, String oldVersion, String newVersion) throws SQLException {
        TestUpgrade upgrade = new TestUpgrade(root, oldVersion, newVersion);
        // What the old version was shipped with: the customer has added the rest.
        TestHome.make(root.resolve("vanilla"), oldVersion);
        upgrade.sql("old/repository/database/REG", REGISTRY_TABLES);
        upgrade.sql(
                "old/repository/database/REG",
                "INSERT INTO REG_PATH(REG_PATH_VALUE) VALUES('/'), ('/_system'), ('/_system/config')",
                "INSERT INTO REG_CONTENT VALUES(1, X'00FF10'), (2, X'CAFE'), (3, NULL)");
        upgrade.sql("old/repository/database/UM", USER_TABLES);
        upgrade.sql(
                "old/repository/database/UM",
                "INSERT INTO UM_TENANT(UM_DOMAIN_NAME, UM_ACTIVE) VALUES('a.example', TRUE), ('b.example', FALSE)",
                "INSERT INTO UM_USER VALUES(1, 'admin'), (2, 'j\u00fcrgen')");
        return upgrade;
    }

    public TestHome oldHome() {
        return oldHome;
    }

    public TestHome newHome() {
        return newHome;
    }

    /** Runs the steps that a database and a home go through, up to one and with it; each has to end well. */
    public void upTo(String last) {
        for (String step : STEPS.subList(0, STEPS.indexOf(last) + 1)) {
            int status = command(step);
            assertEquals(output(), 0, status);
        }
    }

    private TestHome home(String name, String version) {
        TestHome home = TestHome.make(path(name), version);
        try {
            Path driver = Paths.get(org.h2.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Files.copy(driver, home.path().resolve("repository/components/plugins/h2_1.4.199.jar"));
            Files.createDirectories(home.path().resolve("repository/database"));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return home;
    }
}
