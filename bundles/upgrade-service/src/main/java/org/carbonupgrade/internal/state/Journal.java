package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.JournalEntry.Event;

/**
 * The record of what an upgrade did: one JSON object a line, only ever appended, each line forced to disk before the upgrade goes
 * on. Every line holds a digest of itself and of the line before, and the last one's is kept beside: changed and missing lines are detected. A last
 * line that a crash cut short never happened, and goes when the next one is written.
 */
public final class Journal {

    private final Path file;
    private final List<JournalEntry> entries = new ArrayList<>();
    private JournalHead head;
    private String lastDigest = "";
    private long wholeBytes;

    private Journal(Path file, JournalHead head) {
        this.file = file;
        this.head = head;
    }

    /**
     * Reads a journal; one that does not exist is empty.
     *
     * @throws org.carbonupgrade.UpgradeException if a line was changed, or is missing
     */
    public static Journal open(Path file) {
        try {
            Journal journal = new Journal(file, JournalHead.of(file));
            if (Files.exists(file)) {
                journal.load();
            }
            journal.head.requireReached(journal.entries.size());
            return journal;
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The journal cannot be read: " + e, e);
        }
    }

    /** All entries, the oldest first; unmodifiable. */
    public List<JournalEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /**
     * Appends an entry, and returns when it is on disk.
     *
     * @param facts names and values in turn
     */
    public void append(Event event, String... facts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            named.put(facts[i], facts[i + 1]);
        }
        JournalEntry entry = new JournalEntry(Instant.now(), event, named);
        JournalLine line = JournalLine.of(entry, lastDigest);
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        write(bytes);
        wholeBytes += bytes.length;
        entries.add(entry);
        lastDigest = line.digest();
        head = head.advanced(entries.size(), lastDigest);
    }

    /** Behind the last whole line: what a crash or a full disk cut short never happened. */
    private void write(byte[] line) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(wholeBytes);
            channel.position(wholeBytes);
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            if (entries.isEmpty()) {
                Durable.force(file.getParent());
            }
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(file.toString(), "The journal cannot be written: " + e, e);
        }
    }

    private void load() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int number = 0;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                number++;
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                JournalLine read = JournalLine.read(line, lastDigest, file + ", line " + number);
                entries.add(read.entry());
                lastDigest = read.digest();
                start = i + 1;
                if (head.isAt(number)) {
                    head.requireDigest(lastDigest);
                }
            }
        }
        wholeBytes = start;
    }
}
