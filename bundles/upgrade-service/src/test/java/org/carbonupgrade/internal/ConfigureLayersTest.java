package org.carbonupgrade.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.internal.merge.xml.XmlDocument;
import org.carbonupgrade.internal.merge.xml.XmlEdit;
import org.carbonupgrade.internal.merge.xml.XmlEditor;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the upgrade itself changes in the merged configuration: each layer is shown with its reasons, and can be taken back. */
public class ConfigureLayersTest {

    private static final String CARBON = "repository/conf/carbon.xml";
    private static final String AXIS2 = "repository/conf/axis2/axis2.xml";
    private static final String STORE = "<Server>\n  <Version>%s</Version>\n  <Security>\n    <KeyStore>\n"
            + "      <Location>${carbon.home}/repository/resources/security/%s</Location>\n      <Type>%s</Type>\n"
            + "      <Password>%s</Password>\n      <KeyAlias>wso2carbon</KeyAlias>\n    </KeyStore>%s\n"
            + "    <TrustStore>\n      <Location>${carbon.home}/repository/resources/security/%s</Location>\n"
            + "    </TrustStore>\n  </Security>\n</Server>\n";

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
    public void stagingAndIsolationAreShownAsLayersOfTheirOwnWithReasons() {
        cluster();
        upgrade.plan("staging.WSO2_CARBON_DB.url", "jdbc:h2:" + upgrade.path("staging/R"));
        upgrade.plan("staging.WSO2_CARBON_DB.username", "stager");
        upgrade.plan("staging.WSO2_CARBON_DB.password", "s&cret");
        upgrade.upTo("configure");
        String diff = upgrade.state("reports/configuration.diff");
        String sources = "repository/conf/datasources/master-datasources.xml";
        assertTrue(diff, diff.contains("--- merged/" + sources + "\n+++ staging/" + sources));
        assertTrue(diff, diff.contains("/url: the staging database's - the plan names one for WSO2_CARBON_DB\n"));
        assertTrue(diff, diff.contains("<url>jdbc:h2:" + upgrade.path("staging/R") + "</url>"));
        assertTrue(diff, diff.contains("--- staging/" + AXIS2 + "\n+++ isolated/" + AXIS2));
        assertTrue(diff, diff.contains("until promotion - in production's cluster the staging node would"));
        assertTrue(diff, diff.contains("+<clustering enable=\"true\"><parameter name=\"domain\">wso2-staging-"));
        assertFalse(diff, diff.contains("cret<"));
        String report = upgrade.state("reports/configure.json");
        assertTrue(report, report.contains("\"layer\": \"staging\"") && report.contains("\"layer\": \"isolated\""));
        assertFalse(report, report.contains("s&cret"));
    }

    @Test
    public void theJournalHasAllThatIsNeededToLiftTheIsolation() throws Exception {
        cluster();
        upgrade.oldHome()
                .file(
                        CARBON,
                        "<Server><DeploymentSynchronizer><Enabled>true</Enabled></DeploymentSynchronizer></Server>");
        vanilla.file(CARBON, "<Server/>");
        upgrade.newHome().file(CARBON, "<Server/>");
        upgrade.upTo("configure");
        assertEquals("again", 0, upgrade.command("configure"));

        for (String file : new String[] {AXIS2, CARBON}) {
            XmlDocument document = XmlDocument.parse(file, Files.readAllBytes(upgrade.path("new/" + file)));
            XmlEditor editor = new XmlEditor(document);
            List<JsonObject> isolated = isolated(file);
            for (int i = isolated.size() - 1; i >= 0; i--) {
                JsonObject edit = isolated.get(i);
                editor.undo(new XmlEdit(
                        XmlEdit.Kind.CONTENT,
                        edit.get("path").getAsString(),
                        0,
                        edit.get("before").getAsString(),
                        edit.get("after").getAsString()));
                assertFalse(edit.get("why").getAsString().isEmpty());
            }
            assertEquals(file, file.equals(AXIS2) ? 3 : 1, isolated.size());
            assertArrayEquals(file, Files.readAllBytes(upgrade.path("old/" + file)), document.bytes());
        }
    }

    @Test
    public void theOldKeyStoreGoesOnWhereTheNewVersionHasAnother() {
        upgrade.upTo("schema");
        stores("wso2carbon.jks", "wso2carbon.p12", "client-truststore.jks", "client-truststore.p12");
        upgrade.oldHome().file("repository/resources/security/client-truststore.jks", "with mine");
        assertEquals(upgrade.output(), 0, upgrade.command("configure"));
        assertEquals(
                String.format(
                        STORE,
                        "4.4.7",
                        "wso2carbon.jks",
                        "JKS",
                        "wso2carbon",
                        internal("wso2carbon.jks", "JKS"),
                        "client-truststore.jks"),
                upgrade.text("new/" + CARBON));
        assertTrue(upgrade.output(), upgrade.output().contains("CONFIG_STORE"));
        assertTrue(upgrade.output(), upgrade.output().contains(CARBON + "#Server/Security/KeyStore"));
        String diff = upgrade.state("reports/configuration.diff");
        assertTrue(diff, diff.contains("+++ stores/" + CARBON));
        assertTrue(diff, diff.contains("/InternalKeyStore/Location: the old home's - "));
    }

    @Test
    public void theNewVersionsStoresAreTakenWhereTheOperatorSaysSoOrNobodyTrustsAnythingElse() {
        upgrade.upTo("schema");
        stores("wso2carbon.jks", "wso2carbon.p12", "client-truststore.jks", "client-truststore.p12");
        assertEquals(
                0,
                upgrade.command(
                        "configure",
                        "--take",
                        "new",
                        "carbon.xml#Server/Security/KeyStore",
                        "--take",
                        "new",
                        "carbon.xml#Server/Security/InternalKeyStore"));
        assertEquals(upgrade.text("shipped.xml"), upgrade.text("new/" + CARBON));
        assertFalse(upgrade.output(), upgrade.output().contains("CONFIG_STORE"));
        assertFalse(upgrade.output(), upgrade.output().contains("CONFIG_TAKE_UNUSED"));
    }

    @Test
    public void aConflictAboutAStoreIsDecidedOnce() {
        upgrade.upTo("schema");
        stores("mine.jks", "wso2carbon.p12", "client-truststore.jks", "client-truststore.jks");
        assertEquals(1, upgrade.command("configure"));
        String place = CARBON + "#Server/Security/KeyStore/Location";
        assertTrue(upgrade.output(), upgrade.output().contains(place));
        assertEquals(
                upgrade.output(),
                0,
                upgrade.command(
                        "configure",
                        "--take",
                        "new",
                        place,
                        "--take",
                        "new",
                        "carbon.xml#Server/Security/KeyStore",
                        "--take",
                        "new",
                        "carbon.xml#Server/Security/InternalKeyStore"));
        assertEquals(upgrade.text("shipped.xml"), upgrade.text("new/" + CARBON));
    }

    private void stores(String old, String fresh, String oldTrust, String freshTrust) {
        vanilla.file(CARBON, String.format(STORE, "4.4.6", "wso2carbon.jks", "JKS", "wso2carbon", "", oldTrust));
        vanilla.file("repository/resources/security/client-truststore.jks", "as shipped");
        upgrade.oldHome()
                .file(CARBON, String.format(STORE, "4.4.6", old, "JKS", "wso2carbon", "", oldTrust))
                .file("repository/resources/security/client-truststore.jks", "as shipped");
        String shipped =
                String.format(STORE, "4.4.7", fresh, "PKCS12", "newpass", internal(fresh, "PKCS12"), freshTrust);
        upgrade.newHome().file(CARBON, shipped).file("../shipped.xml", shipped);
    }

    private static String internal(String file, String type) {
        return "\n    <InternalKeyStore>\n      <Location>${carbon.home}/repository/resources/security/" + file
                + "</Location>\n      <Type>" + type + "</Type>\n      <Password>"
                + (type.equals("JKS") ? "wso2carbon" : "newpass")
                + "</Password>\n      <KeyAlias>wso2carbon</KeyAlias>\n    </InternalKeyStore>";
    }

    private void cluster() {
        upgrade.oldHome()
                .file(
                        AXIS2,
                        "<axisconfig>\n<clustering enable=\"true\"><parameter name=\"domain\">wso2</parameter></clustering>\n"
                                + "<transportSender name=\"mailto\"><parameter name=\"mail.smtp.host\"> smtp.example </parameter>"
                                + "<parameter name=\"mail.smtp.port\">25<!-- plain --></parameter></transportSender>\n</axisconfig>\n");
    }

    /** What the last run has noted of a file. */
    private List<JsonObject> isolated(String file) {
        List<JsonObject> isolated = new ArrayList<>();
        for (String line : upgrade.state("journal.jsonl").split("\n")) {
            JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
            if (entry.get("event").getAsString().equals("STEP_STARTED")) {
                isolated.clear();
            } else if (entry.get("event").getAsString().equals("ISOLATED")
                    && entry.get("file").getAsString().equals(file)) {
                isolated.add(entry);
            }
        }
        return isolated;
    }
}
