package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ConfigureStepTest {

    private static final String CARBON = "repository/conf/carbon.xml";
    private static final String SHIPPED =
            "<Server>\n    <Name>Carbon</Name>\n    <Version>%s</Version>\n    <Ports>\n        <Offset>0</Offset>\n    </Ports>\n"
                    + "    <DeploymentSynchronizer>\n        <Enabled>false</Enabled>\n    </DeploymentSynchronizer>\n</Server>\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestUpgrade upgrade;
    private TestHome vanilla;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        vanilla = TestHome.make(upgrade.path("vanilla"), "4.4.6");
        vanilla.file(CARBON, shipped("4.4.6"));
        upgrade.oldHome().file(CARBON, shipped("4.4.6").replace("<Offset>0<", "<Offset>7<"));
        upgrade.newHome().file(CARBON, shipped("4.4.7"));
    }

    @Test
    public void carriesTheCustomersChangesAndKeepsTheNewVersions() {
        upgrade.oldHome().file("repository/conf/own.properties", "a=b\n");
        upgrade.upTo("configure");
        assertEquals(shipped("4.4.7").replace("<Offset>0<", "<Offset>7<"), upgrade.text("new/" + CARBON));
        assertEquals("a=b\n", upgrade.text("new/repository/conf/own.properties"));
        String diff = upgrade.state("reports/configuration.diff");
        assertTrue(diff, diff.contains("+        <Offset>7</Offset>"));
        assertTrue(diff, diff.contains("# " + CARBON + "#Server/Ports/Offset: "));
        assertTrue(diff, diff.contains(" - the customer's change; the new version left this as it was\n"));
    }

    @Test
    public void carriesTheFilesOfDirectoriesThatAreLinks() throws Exception {
        Files.createDirectories(upgrade.path("shared"));
        Files.write(upgrade.path("shared/own.properties"), "a=b\n".getBytes("UTF-8"));
        Files.createSymbolicLink(upgrade.path("old/repository/conf/linked"), upgrade.path("shared"));
        Files.createSymbolicLink(upgrade.path("shared/round"), upgrade.path("shared"));
        upgrade.upTo("configure");
        assertEquals("a=b\n", upgrade.text("new/repository/conf/linked/own.properties"));
    }

    @Test
    public void refusesToLoseAFileWhoseNameIsNoText() throws Exception {
        OddNames.make(upgrade.path("old/repository/conf"), "\\377.properties", "a=b");
        upgrade.upTo("schema");
        assertEquals(1, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("FILE_READ"));
    }

    /** Nobody merges it, since the new version left it alone; its server has to read it all the same. */
    @Test
    public void aFileThatIsTakenAsAWholeIsLookedIntoFirst() throws Exception {
        String jmx = "repository/conf/etc/jmx.xml";
        vanilla.file(jmx, "<JMX/>");
        upgrade.newHome().file(jmx, "<JMX/>");
        upgrade.upTo("schema");
        upgrade.oldHome().file(jmx, "").file("repository/conf/own.xml", "<half>");
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), "repository/upgrade");
        assertEquals(1, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("FAIL  CONFIG_NOT_WELL_FORMED"));
        assertTrue(upgrade.output(), upgrade.output().contains("WARN  CONFIG_NOT_WELL_FORMED"));
        assertEquals(before, Fingerprint.of(upgrade.path("new"), "repository/upgrade"));

        upgrade.oldHome().file(jmx, "<JMX port='1'/>");
        assertEquals(upgrade.output(), 0, upgrade.command("configure"));
        assertEquals("only the customer knows who reads it", "<half>", upgrade.text("new/repository/conf/own.xml"));
    }

    @Test
    public void namesWhatIsNoFileAndWaitsForNobody() throws Exception {
        Path conf = upgrade.path("old/repository/conf");
        Files.createSymbolicLink(conf.resolve("dangling.xml"), Paths.get("nowhere"));
        OddNames.shell(conf, "mkfifo pipe.xml");
        upgrade.upTo("configure");
        assertEquals(2, upgrade.output().split("CONFIG_SPECIAL", -1).length - 1);
        assertTrue(upgrade.output(), upgrade.output().contains("repository/conf/dangling.xml"));
        assertFalse(Files.exists(upgrade.path("new/repository/conf/pipe.xml")));
    }

    @Test
    public void aDecisionIsAboutAConfigurationFileHoweverItsPathIsWritten() {
        upgrade.newHome().file(CARBON, shipped("4.4.7").replace("<Offset>0<", "<Offset>1<"));
        upgrade.upTo("schema");
        assertEquals(2, upgrade.command("configure", "--take", "old", "../../bin/wso2carbon-version.txt"));
        assertEquals(2, upgrade.command("configure", "--take", "old", "/etc/hostname"));
        assertEquals(2, upgrade.command("configure", "--take", "old", "repository/conf"));
        assertEquals(
                upgrade.output(),
                0,
                upgrade.command("configure", "--take", "old", "repository/conf/./etc/../carbon.xml"));
        assertTrue(upgrade.text("new/" + CARBON).contains("<Offset>7<"));
    }

    @Test
    public void refusesAFileThatMemoryDoesNotHold() throws Exception {
        upgrade.oldHome().file("repository/conf/huge.bin", "");
        try (RandomAccessFile huge = new RandomAccessFile(
                upgrade.path("old/repository/conf/huge.bin").toFile(), "rw")) {
            huge.setLength(Runtime.getRuntime().maxMemory() / 16 + 1);
        }
        upgrade.plan("backup.dir", null).plan("backup.existing", "old/bin");
        upgrade.upTo("schema");
        assertEquals(1, upgrade.command("configure"));
        assertTrue(
                upgrade.output(),
                upgrade.output().contains("FILE_READ") && upgrade.output().contains("-Xmx"));
    }

    @Test
    public void theStartScriptHasTheCustomersOptionsForTheJvm() throws Exception {
        String script = "bin/wso2server.sh";
        String shipped =
                "JVM_MEM_OPTS=\"-Xms256m -Xmx1024m\"\n$JAVACMD \\\n  $JVM_MEM_OPTS \\\n  -Dv=%s \\\n  Bootstrap\n";
        vanilla.file(script, String.format(shipped, "4.4.6"));
        upgrade.newHome().file(script, String.format(shipped, "4.4.7"));
        upgrade.oldHome()
                .file(
                        script,
                        "ulimit -n 9999\n" + String.format(shipped, "4.4.6").replace("1024m", "4g"));
        Files.setPosixFilePermissions(upgrade.path("old/" + script), PosixFilePermissions.fromString("rwxr-x---"));

        upgrade.upTo("configure");

        assertEquals(String.format(shipped, "4.4.7").replace("1024m", "4g"), upgrade.text("new/" + script));
        assertEquals(
                "rwxr-x---",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(upgrade.path("new/" + script))));
        assertTrue(upgrade.output(), upgrade.output().contains("CONFIG_SCRIPT"));
        assertTrue(upgrade.output(), upgrade.output().contains("ulimit -n 9999"));

        upgrade.plan("old.vanilla", null);
        assertEquals(1, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains(script + "#JVM_MEM_OPTS/-Xmx"));
        upgrade.command("configure", "--take", "new", script + "#JVM_MEM_OPTS/-Xmx");
        assertFalse(upgrade.output(), upgrade.output().contains(script + "#JVM_MEM_OPTS/-Xmx"));
    }

    @Test
    public void whatBothChangedIsTheOperatorsToDecide() {
        upgrade.newHome().file(CARBON, shipped("4.4.7").replace("<Offset>0<", "<Offset>1<"));
        upgrade.oldHome().file("repository/conf/own.properties", "a=b\n");
        upgrade.upTo("schema");
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), "repository/upgrade");

        assertEquals(1, upgrade.command("configure"));

        String output = upgrade.output();
        assertTrue(output, output.contains("CONFIG_CONFLICT") && output.contains("7") && output.contains("1"));
        assertEquals("nothing is written", before, Fingerprint.of(upgrade.path("new"), "repository/upgrade"));
        String place = output.substring(output.indexOf("repository/conf/carbon.xml#"));
        place = place.substring(0, place.indexOf('\n')).trim();

        assertEquals(upgrade.output(), 0, upgrade.command("configure", "--take", "old", place));
        assertTrue(upgrade.text("new/" + CARBON).contains("<Offset>7<"));
        assertEquals(upgrade.output(), 0, upgrade.command("configure", "--take", "new", "carbon.xml"));
        assertTrue(upgrade.text("new/" + CARBON).contains("<Offset>1<"));
        assertEquals("a decision is remembered", 0, upgrade.command("configure"));
        assertTrue(upgrade.text("new/" + CARBON).contains("<Offset>1<"));
        assertEquals(0, upgrade.command("configure", "--take", "old", "carbon.xml#Server/Ports/Ofset"));
        assertTrue(upgrade.output(), upgrade.output().contains("CONFIG_TAKE_UNUSED"));
        assertEquals(2, upgrade.command("configure", "--take", "both", "carbon.xml"));
        assertEquals(2, upgrade.command("configure", "--take", "old", "carbon.xlm#/Server"));
        assertTrue(upgrade.output(), upgrade.output().contains("repository/conf/carbon.xlm"));
        assertFalse(upgrade.state("journal.jsonl").contains("carbon.xlm"));
    }

    @Test
    public void aDryRunWritesNothing() {
        upgrade.upTo("schema");
        Map<String, String> before = Fingerprint.of(upgrade.path("new"), "repository/upgrade");
        assertEquals(1, upgrade.command("configure", "--dry-run"));
        assertEquals(before, Fingerprint.of(upgrade.path("new"), "repository/upgrade"));
        assertTrue(upgrade.state("reports/configuration.diff").contains("<Offset>7</Offset>"));
        assertEquals("a dry run is not the step", 2, upgrade.command("artifacts"));
    }

    @Test
    public void dataSourcesLeadToStaging() {
        upgrade.oldHome()
                .file(
                        "repository/conf/registry.xml",
                        "<wso2registry><dbConfig name=\"r\"><dataSource>jdbc/WSO2CarbonDB</dataSource></dbConfig><remoteInstance>"
                                + "<cacheId>carbon@jdbc:h2:./repository/database/REG;LOCK_TIMEOUT=60000</cacheId></remoteInstance>"
                                + "</wso2registry>\n");
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + upgrade.path("staging/R"));
        upgrade.plan("staging.WSO2_CARBON_DB.username", "st<ging");
        upgrade.plan("staging.WSO2_CARBON_DB.password", "s&cret");
        upgrade.upTo("configure");
        String sources = upgrade.text("new/repository/conf/datasources/master-datasources.xml");
        assertTrue(sources, sources.contains("<url>jdbc:h2:" + upgrade.path("staging/R") + "</url>"));
        assertTrue(sources, sources.contains("<username>st&lt;ging</username><password>s&amp;cret</password>"));
        assertTrue("the other one stays", sources.contains("<url>jdbc:h2:${carbon.home}/repository/database/UM</url>"));
        String registry = upgrade.text("new/repository/conf/registry.xml");
        assertTrue(
                registry, registry.contains("<cacheId>st&lt;ging@jdbc:h2:" + upgrade.path("staging/R") + "</cacheId>"));
        for (String report : new String[] {"configure.json", "upgrade.json", "upgrade.html", "configuration.diff"}) {
            assertFalse(report, upgrade.state("reports/" + report).contains("s&cret"));
            assertFalse(report, upgrade.state("reports/" + report).contains("s&amp;cret"));
        }
    }

    @Test
    public void aDataSourceThatNamesTheOldHomeIsMadeToNameTheNewOne() {
        upgrade.oldHome()
                .dataSources(
                        new String[] {
                            "WSO2_CARBON_DB",
                            "jdbc/WSO2CarbonDB",
                            "jdbc:h2:" + upgrade.path("old/repository/database/REG")
                        },
                        new String[] {"WSO2UM_DB", "jdbc/WSO2UM", "jdbc:h2:${carbon.home}/repository/database/UM"});
        upgrade.upTo("configure");
        String sources = upgrade.text("new/repository/conf/datasources/master-datasources.xml");
        assertTrue(sources, sources.contains("jdbc:h2:" + upgrade.path("new/repository/database/REG")));
        assertFalse(sources, sources.contains(upgrade.path("old").toString()));
    }

    @Test
    public void stagingIsKeptFromActingAsProduction() {
        String axis2 =
                "<axisconfig>\n<clustering enable=\"true\"><parameter name=\"domain\">wso2</parameter></clustering>\n"
                        + "<transportSender name=\"mailto\"><parameter name=\"mail.smtp.host\">smtp.example</parameter></transportSender>\n"
                        + "<transportReceiver name=\"jms\" class=\"x\"/>\n<transportReceiver name=\"http\" class=\"y\"/>\n</axisconfig>\n";
        upgrade.oldHome()
                .file("repository/conf/axis2/axis2.xml", axis2)
                .file(CARBON, shipped("4.4.6").replace("<Enabled>false<", "<Enabled>true<"));
        upgrade.upTo("configure");
        assertTrue(upgrade.text("new/" + CARBON).contains("<Enabled>false</Enabled>"));
        String isolated = upgrade.text("new/repository/conf/axis2/axis2.xml");
        assertTrue(isolated, isolated.contains("<parameter name=\"domain\">wso2-staging-"));
        assertTrue(isolated, isolated.contains("<parameter name=\"mail.smtp.host\">127.0.0.1</parameter>"));
        assertEquals(3, upgrade.state("journal.jsonl").split("ISOLATED", -1).length - 1);
        String report = upgrade.state("reports/configure.json");
        assertEquals(report, 3, report.split("CONFIG_ISOLATED", -1).length - 1);
        assertTrue(report, report.contains("smtp.example is 127.0.0.1 until promotion"));
        assertTrue(upgrade.output(), upgrade.output().contains("The transport receiver jms fetches messages"));
        assertFalse(upgrade.output(), upgrade.output().contains("receiver http"));
    }

    @Test
    public void aFileThatSomebodyChangedMeanwhileIsKept() throws Exception {
        upgrade.upTo("configure");
        Files.write(upgrade.path("new/" + CARBON), "<Server><ByHand/></Server>".getBytes("UTF-8"));
        assertEquals(0, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("CONFIG_BY_HAND"));
        assertEquals("<Server><ByHand/></Server>", upgrade.state("aside/" + CARBON));
        assertTrue(upgrade.text("new/" + CARBON).contains("<Offset>7<"));
    }

    @Test
    public void withoutAVanillaPackNothingIsGuessed() {
        upgrade.plan("old.vanilla", null);
        upgrade.oldHome().file("repository/conf/unknown.xml", "<a><b>1</b></a>");
        upgrade.newHome().file("repository/conf/unknown.xml", "<a><b>2</b></a>");
        upgrade.upTo("schema");
        assertEquals(1, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("repository/conf/unknown.xml#"));
    }

    @Test
    public void permissionsOfTheOldFileAreKept() throws Exception {
        Files.setPosixFilePermissions(upgrade.path("old/" + CARBON), PosixFilePermissions.fromString("rw-------"));
        upgrade.upTo("configure");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(upgrade.path("new/" + CARBON))));
    }

    @Test
    public void xmlThatIsNoneIsRefused() {
        upgrade.upTo("schema");
        upgrade.oldHome().file(CARBON, "<Server><Open></Server>");
        assertEquals(2, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("CONFIG_NOT_WELL_FORMED"));
        upgrade.oldHome()
                .file(CARBON, "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Server>&x;</Server>");
        assertEquals(2, upgrade.command("configure"));
        assertTrue(upgrade.output(), upgrade.output().contains("CONFIG_DECLARES_ENTITIES"));
    }

    private static String shipped(String version) {
        return String.format(SHIPPED, version);
    }
}
