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
 * on. Every line holds a digest of itself and of the line before: a changed line is detected. A last line that a crash cut short never
 * happened, and goes when the next one is written.
 */
public final class Journal {

    private final Path file;
    private final List<JournalEntry> entries = new ArrayList<>();
    private String lastDigest = "";
    private long tornAt = -1;

    private Journal(Path file) {
        this.file = file;
    }

    /**
     * Reads a journal; one that does not exist is empty.
     *
     * @throws org.carbonupgrade.UpgradeException if a line was changed
     */
    public static Journal open(Path file) {
        Journal journal = new Journal(file);
        try {
            if (Files.exists(file)) {
                journal.load();
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The journal cannot be read: " + e, e);
        }
        return journal;
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
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(tornAt < 0 ? channel.size() : tornAt);
            channel.position(channel.size());
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
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
        tornAt = -1;
        entries.add(entry);
        lastDigest = line.digest();
    }

    private void load() throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        int number = 0;
        for (String line : text.substring(0, end).split("\n")) {
            number++;
            if (!line.isEmpty()) {
                JournalLine read = JournalLine.read(line, lastDigest, file + ", line " + number);
                entries.add(read.entry());
                lastDigest = read.digest();
            }
        }
        if (end < text.length()) {
            tornAt = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
