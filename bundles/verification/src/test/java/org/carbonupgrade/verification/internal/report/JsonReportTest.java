package org.carbonupgrade.verification.internal.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.VerifiedServer;
import org.junit.Test;

public class JsonReportTest {

    @Test
    public void holdsWhatTheUpgradeServiceReads() throws Exception {
        JsonObject json = json(SampleReport.withTroubles());

        assertEquals(
                "[format, upgradeId, whole, readOnly, tags, runId, status, started, finished, server, checks]",
                json.keySet().toString());
        assertEquals(1, json.get("format").getAsInt());
        assertEquals("2026-11-01-a", json.get("upgradeId").getAsString());
        assertEquals("FAIL", json.get("status").getAsString());
        assertEquals("2026-11-01T23:30:00.123456Z", json.get("started").getAsString());
        assertEquals(
                "[home, version, java]", json.getAsJsonObject("server").keySet().toString());
        JsonObject first = json.getAsJsonArray("checks").get(0).getAsJsonObject();
        assertEquals(
                "[name, title, status, millis, figures, entries]",
                first.keySet().toString());
        assertEquals("WARN", first.get("status").getAsString());
        assertEquals(1234, first.get("millis").getAsLong());
        assertEquals(
                1234567, first.getAsJsonObject("figures").get("refusedLogins").getAsLong());
        JsonObject entry = first.getAsJsonArray("entries").get(1).getAsJsonObject();
        assertEquals("[status, code, what, remedy]", entry.keySet().toString());
        assertEquals("VF_CLAIMS_MISSING", entry.get("code").getAsString());
        assertEquals(
                "COULD_NOT_RUN",
                json.getAsJsonArray("checks")
                        .get(2)
                        .getAsJsonObject()
                        .get("status")
                        .getAsString());
    }

    @Test
    public void keepsEveryKeyWhereThereIsNoUpgrade() throws Exception {
        VerifiedServer server = new VerifiedServer("/home", "unknown", "8");
        JsonObject json = json(new VerificationReport(
                VerificationRequest.defaults(), "vf", Instant.EPOCH, Instant.EPOCH, server, Collections.emptyList()));

        assertTrue(json.has("upgradeId"));
        assertTrue(json.get("upgradeId").isJsonNull());
    }

    private static JsonObject json(VerificationReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        return new Gson().fromJson(out.toString("UTF-8"), JsonObject.class);
    }
}
