package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Data of embedded servers stays in one piece, and files stay their owners'. */
public class CarriedAsItWasTest {

    private static final String LDAP = "repository/data/org.wso2.carbon.directory/";
    private static final String TENANTS = "repository/tenants/1/";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
    }

    @Test
    public void anEmbeddedLdapServersDataIsNeverMixedOfTwo() throws Exception {
        upgrade.oldHome()
                .file(LDAP + "root/master.db", "old")
                .file(LDAP + "root/objectclass.db", "same")
                .file(LDAP + "root/ou.db", "old")
                .file("repository/data/schema.zip", "old");
        upgrade.newHome()
                .file(LDAP + "root/master.db", "new")
                .file(LDAP + "root/objectclass.db", "same")
                .file(LDAP + "root/cn.db", "new")
                .file("repository/data/schema.zip", "new");

        upgrade.upTo("artifacts");

        assertEquals("master.db\nobjectclass.db\nou.db\n", list("new/" + LDAP + "root"));
        assertEquals("old", upgrade.text("new/" + LDAP + "root/master.db"));
        assertEquals("cn.db\nmaster.db\nobjectclass.db\n", list("new/repository/upgrade/aside/" + LDAP + "root"));
        assertEquals("a file of its own is not data", "new", upgrade.text("new/repository/data/schema.zip"));
        assertTrue(upgrade.output() + upgrade.state("reports/artifacts.json"), isReplaced());

        assertEquals(0, upgrade.command("artifacts"));
        assertFalse("it is there already", isReplaced());
        assertEquals(
                "org.wso2.carbon.directory\nschema.zip.old\n", list("new/repository/upgrade/aside/repository/data"));
    }

    @Test
    public void dataThatAKilledRunHasBegunToCarryIsGoneOnWith() throws Exception {
        upgrade.oldHome().file(LDAP + "a.db", "a").file(LDAP + "b.db", "b");
        upgrade.newHome().file(LDAP + "a.db", "a").file(LDAP + ".carbon-upgrade-part-0", "ha");
        upgrade.upTo("artifacts");
        assertEquals("a.db\nb.db\n", list("new/" + LDAP));
        assertFalse(isReplaced());
    }

    @Test
    public void filesStayTheirOwners() throws Exception {
        upgrade.oldHome()
                .file(TENANTS + "userstores/HR.xml", store("old"))
                .file(TENANTS + "own.txt", "x")
                .file("repository/conf/own/own.properties", "a=b");
        upgrade.sql("hr/old", "CREATE TABLE UM_USER(UM_ID INTEGER PRIMARY KEY, UM_USER_NAME VARCHAR(255))");
        Files.createSymbolicLink(upgrade.path("old/" + TENANTS + "link"), Paths.get("own.txt"));
        assumeTrue("may give files away", gaveAway());
        upgrade.plan("staging.userstore.1.HR.url", "jdbc:h2:" + upgrade.path("hr/new"));

        upgrade.upTo("artifacts");

        assertTrue(upgrade.text("new/" + TENANTS + "userstores/HR.xml").contains("hr/new"));
        for (String file : new String[] {
            TENANTS,
            TENANTS + "own.txt",
            TENANTS + "link",
            TENANTS + "userstores",
            TENANTS + "userstores/HR.xml",
            "repository/conf/own",
            "repository/conf/own/own.properties"
        }) {
            assertEquals(file, "4711:4712 " + mode("old/" + file), owner(file) + " " + mode("new/" + file));
        }
        assertEquals("the new home's own", "0:0", owner("repository/conf"));
        assertTrue(
                "also what was rewritten", upgrade.state("artifacts.sha256").contains(TENANTS + "userstores/HR.xml\n"));
    }

    private String store(String database) {
        return "<UserStoreManager class=\"x\"><Property name=\"DomainName\">HR</Property><Property name=\"url\">jdbc:h2:"
                + upgrade.path("hr/" + database)
                + "</Property><Property name=\"userName\">carbon</Property><Property name=\"password\">pass-word</Property>"
                + "</UserStoreManager>";
    }

    private boolean gaveAway() throws Exception {
        return new ProcessBuilder(
                                "chown",
                                "-R",
                                "-h",
                                "4711:4712",
                                upgrade.path("old/repository").toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    private String owner(String file) throws Exception {
        Path path = upgrade.path("new/" + file);
        return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS) + ":"
                + Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    private Object mode(String file) throws Exception {
        return Files.getAttribute(upgrade.path(file), "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isReplaced() {
        return upgrade.state("reports/artifacts.json").contains("ARTIFACT_REPLACED");
    }

    private String list(String directory) throws Exception {
        return OddNames.shell(upgrade.path(directory), "ls -A");
    }
}
