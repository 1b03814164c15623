package org.carbonupgrade.verification.internal.startup;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.files.Places;
import org.carbonupgrade.verification.internal.run.BrokenServer;
import org.carbonupgrade.verification.internal.run.CarbonVerification;
import org.carbonupgrade.verification.internal.server.OwnTimes;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VerificationOnStartupTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Places places;
    private final List<VerificationReport> told = new ArrayList<>();
    private boolean stopping;

    @Before
    public void setUp() throws Exception {
        places = new Places(folder.getRoot().toPath());
        Files.createDirectories(places.upgrade());
    }

    @Test
    public void withoutAContractItDoesNothing() {
        start();

        assertArrayEquals(new String[0], places.upgrade().toFile().list());
    }

    @Test
    public void aContractThatCannotBeReadGivesAReportThatSaysSo() throws Exception {
        contract("{\"upgradeId\": \"u-1\",\"format\":1,");
        start();

        JsonObject report = report();
        assertEquals("FAIL", report.get("status").getAsString());
        assertEquals("u-1", report.get("upgradeId").getAsString());
        JsonObject entry = report.getAsJsonArray("checks")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("entries")
                .get(0)
                .getAsJsonObject();
        assertEquals("VF_CONTRACT_UNREADABLE", entry.get("code").getAsString());
        assertTrue(entry.get("what").getAsString().startsWith("repository/upgrade/verify-on-startup can't be used"));
        assertTrue(Files.exists(places.doneContract()));
        assertFalse(Files.exists(places.contract()));
    }

    @Test
    public void aServerThatDoesNotWorkGivesAReportThatSaysSo() throws Exception {
        contract("{\"format\":1,\"upgradeId\":\"u-1\"}");
        start();

        assertEquals("FAIL", report().get("status").getAsString());
        assertEquals("u-1", report().get("upgradeId").getAsString());
        assertTrue(Files.exists(places.doneContract()));
        assertEquals("listeners are told once", 1, told.size());
        assertEquals(Status.FAIL, told.get(0).status());
    }

    @Test
    public void aServerThatIsGoingDownProvesNothingAndKeepsTheContract() throws Exception {
        contract("{\"format\":1,\"upgradeId\":\"u-1\"}");
        stopping = true;
        start();

        assertTrue(Files.exists(places.contract()));
        assertFalse(Files.exists(places.reports().resolve("verification.json")));
        assertTrue(told.isEmpty());
    }

    @Test
    public void aReportThatCannotBeWrittenKeepsTheContract() throws Exception {
        contract("{\"format\":1,\"upgradeId\":\"u-1\"}");
        Files.createFile(places.reports());
        start();

        assertTrue(Files.exists(places.contract()));
    }

    private void start() {
        CarbonServer server = BrokenServer.at(places.home());
        CarbonVerification verification = new CarbonVerification(
                server, new Ledger(places.ledger()), Collections::emptyList, () -> stopping, told::add, new OwnTimes());
        new VerificationOnStartup(places, verification).run();
    }

    private void contract(String text) throws Exception {
        Files.write(places.contract(), text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject report() throws Exception {
        byte[] json = Files.readAllBytes(places.reports().resolve("verification.json"));
        return new Gson().fromJson(new String(json, StandardCharsets.UTF_8), JsonObject.class);
    }
}
