package org.carbonupgrade.verification.internal.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerifiedServer;

/** Writes a report as JSON of format 1, which programs read. */
final class JsonReport {

    private static final int FORMAT = 1;

    private JsonReport() {}

    static void write(VerificationReport report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        JsonWriter json = new JsonWriter(writer);
        json.setIndent("  ");
        json.beginObject();
        json.name("format").value(FORMAT);
        json.name("upgradeId").value(report.upgradeId().orElse(null));
        json.name("whole").value(report.request().isWhole());
        json.name("readOnly").value(report.request().isReadOnly());
        json.name("tags").beginArray();
        for (String tag : report.request().tags()) {
            json.value(tag);
        }
        json.endArray();
        json.name("runId").value(report.runId());
        json.name("status").value(report.status().name());
        json.name("started").value(report.started().toString());
        json.name("finished").value(report.finished().toString());
        json.name("server");
        server(report.server(), json);
        json.name("checks").beginArray();
        for (CheckReport check : report.checks()) {
            check(check, json);
        }
        json.endArray();
        json.endObject();
        writer.write('\n');
        writer.flush();
    }

    private static void server(VerifiedServer server, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("home").value(server.home());
        json.name("version").value(server.version());
        json.name("java").value(server.java());
        json.endObject();
    }

    private static void check(CheckReport check, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("name").value(check.name());
        json.name("title").value(check.title());
        json.name("status").value(check.status().name());
        json.name("millis").value(check.took().toMillis());
        json.name("figures").beginObject();
        for (Map.Entry<String, Long> figure : check.figures().entrySet()) {
            json.name(figure.getKey()).value(figure.getValue());
        }
        json.endObject();
        json.name("entries").beginArray();
        for (Entry entry : check.entries()) {
            entry(entry, json);
        }
        json.endArray();
        json.endObject();
    }

    private static void entry(Entry entry, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("status").value(entry.status().name());
        json.name("code").value(entry.code());
        json.name("what").value(entry.what());
        json.name("remedy").value(entry.remedy());
        json.endObject();
    }
}
