package org.carbonupgrade.verification.internal.trace;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** The lines of a ledger: JSON, the first with the digests of the tables, each further one with one thing that was made. */
final class LedgerLines {

    private static final String BEFORE = "before";
    private static final String MADE = "made";
    private static final String NAME = "name";

    private final List<Made> made = new ArrayList<>();
    private TableDigests before;

    private LedgerLines() {}

    /**
     * Reads lines. A last one without its end was never on disk as a whole, so its thing was never made: it is left out.
     *
     * @throws IllegalArgumentException if another line is not one of a ledger
     */
    static LedgerLines parse(String text) {
        LedgerLines lines = new LedgerLines();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    static String line(TableDigests before) {
        JsonObject digests = new JsonObject();
        before.tables().forEach((table, digest) -> digests.addProperty(table, digest.toString()));
        JsonObject line = new JsonObject();
        line.add(BEFORE, digests);
        return line + "\n";
    }

    static String line(Made thing) {
        JsonObject line = new JsonObject();
        line.addProperty(MADE, thing.kind().name());
        line.addProperty(NAME, thing.name());
        return line + "\n";
    }

    Optional<TableDigests> before() {
        return Optional.ofNullable(before);
    }

    List<Made> made() {
        return Collections.unmodifiableList(made);
    }

    private void add(String text) {
        try {
            JsonObject line = new Gson().fromJson(text, JsonObject.class);
            if (line.has(BEFORE)) {
                before = digests(line.getAsJsonObject(BEFORE));
            } else {
                made.add(new Made(
                        Made.Kind.valueOf(line.get(MADE).getAsString()),
                        line.get(NAME).getAsString()));
            }
        } catch (JsonParseException | ClassCastException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException("not a line of a ledger: " + text, e);
        }
    }

    private static TableDigests digests(JsonObject json) {
        Map<String, TableDigest> tables = new TreeMap<>();
        json.entrySet()
                .forEach(entry -> tables.put(
                        entry.getKey(), TableDigest.parse(entry.getValue().getAsString())));
        return new TableDigests(tables);
    }
}
