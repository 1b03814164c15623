package org.carbonupgrade.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/**
 * A line of the journal: <code>{"at": …, "event": …, FACTS, "digest": …}</code>. The digest is of the line itself and of the digest
 * of the line before.
 */
final class JournalLine {

    private static final String AT = "at";
    private static final String EVENT = "event";
    private static final String DIGEST = "digest";

    private final JournalEntry entry;
    private final String digest;

    private JournalLine(JournalEntry entry, String digest) {
        this.entry = entry;
        this.digest = digest;
    }

    /** @param before the digest of the line before, empty for the first */
    static JournalLine of(JournalEntry entry, String before) {
        return new JournalLine(entry, digest(json(entry), before));
    }

    /**
     * Reads a line.
     *
     * @param before the digest of the line before, empty for the first
     * @param where for messages
     */
    static JournalLine read(String line, String before, String where) {
        try {
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            String digest = object.remove(DIGEST).getAsString();
            if (!digest.equals(digest(object, before))) {
                throw UpgradeError.JOURNAL_DAMAGED.at(
                        where, "The line has been changed, or the line before is missing.");
            }
            Map<String, String> facts = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> fact : object.entrySet()) {
                facts.put(fact.getKey(), fact.getValue().getAsString());
            }
            Instant at = Instant.parse(facts.remove(AT));
            Event event = Event.valueOf(facts.remove(EVENT));
            return new JournalLine(new JournalEntry(at, event, facts), digest);
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | DateTimeException e) {
            throw UpgradeError.JOURNAL_DAMAGED.at(where, "The line is not one that an upgrade writes.", e);
        }
    }

    JournalEntry entry() {
        return entry;
    }

    String digest() {
        return digest;
    }

    /** As it stands in the file, without the line's end. */
    @Override
    public String toString() {
        JsonObject line = json(entry);
        line.addProperty(DIGEST, digest);
        return line.toString();
    }

    private static JsonObject json(JournalEntry entry) {
        JsonObject line = new JsonObject();
        line.addProperty(AT, entry.at().toString());
        line.addProperty(EVENT, entry.event().name());
        entry.facts().forEach(line::addProperty);
        return line;
    }

    private static String digest(JsonObject line, String before) {
        return DigestUtils.sha256Hex(before + line);
    }
}
