package org.carbonupgrade.internal.state;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.carbonupgrade.internal.UpgradeError;

/**
 * {@code journal.head}: how many lines a journal has, and the digest of the last. The chain over the lines cannot see that lines at its
 * end were cut off; this can. It is written when a line is on disk: a crash leaves it a line behind the journal, never ahead of it.
 */
final class JournalHead {

    private static final String LINES = "lines";
    private static final String DIGEST = "digest";

    private final Path file;
    private final int lines;
    private final String digest;

    private JournalHead(Path file, int lines, String digest) {
        this.file = file;
        this.lines = lines;
        this.digest = digest;
    }

    /**
     * Reads the head of a journal, which has to be done before the journal itself: somebody may be at work.
     *
     * @throws org.carbonupgrade.UpgradeException if it is none
     */
    static JournalHead of(Path journal) throws IOException {
        Path file = journal.resolveSibling("journal.head");
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            JsonObject head = JsonParser.parseString(text).getAsJsonObject();
            return new JournalHead(
                    file, head.get(LINES).getAsInt(), head.get(DIGEST).getAsString());
        } catch (NoSuchFileException e) {
            return new JournalHead(file, 0, "");
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | NullPointerException e) {
            throw UpgradeError.JOURNAL_DAMAGED.at(file.toString(), "The file is not one that an upgrade writes.", e);
        }
    }

    /** Whether this is where the head was when a line with this number, counted from 1, was the last. */
    boolean isAt(int line) {
        return lines == line;
    }

    /** @throws org.carbonupgrade.UpgradeException if the line that it is at has another digest */
    void requireDigest(String ofLine) {
        if (!digest.equals(ofLine)) {
            throw UpgradeError.JOURNAL_DAMAGED.at(
                    file.toString(), "The journal is not the one that this is the head of.");
        }
    }

    /** @throws org.carbonupgrade.UpgradeException if a journal of so many lines has lost some, or its head */
    void requireReached(int read) {
        if (read < lines) {
            throw UpgradeError.JOURNAL_DAMAGED.at(
                    file.toString(), "The journal had " + lines + " lines and has " + read + ": its end is missing.");
        }
        if (lines == 0 && read > 1) {
            throw UpgradeError.JOURNAL_DAMAGED.at(
                    file.toString(), "The file is missing: nobody can tell whether the journal has its last lines.");
        }
    }

    /** Writes down that the journal has grown. */
    JournalHead advanced(int toLines, String toDigest) {
        JsonObject head = new JsonObject();
        head.addProperty(LINES, toLines);
        head.addProperty(DIGEST, toDigest);
        Durable.write(file, head + "\n");
        return new JournalHead(file, toLines, toDigest);
    }
}
