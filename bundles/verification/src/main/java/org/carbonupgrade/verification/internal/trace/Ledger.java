package org.carbonupgrade.verification.internal.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.files.AtomicFile;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;

/**
 * The file that says what a verification has made and not yet removed. A thing is noted, and the note is on disk, before
 * the thing is made: whatever instant the server is killed at, the next one finds everything that was made.
 */
public final class Ledger implements Notes {

    private final Path file;
    private boolean open;

    public Ledger(Path file) {
        this.file = file;
    }

    /** Whether a verification began that was not brought to its end. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** What the tables held before the verification began that is not at its end; empty if there is none. */
    public Optional<TableDigests> before() {
        return lines().before();
    }

    /** Everything that was made and not yet removed, in the order in which it was made. */
    public List<Made> made() {
        return lines().made();
    }

    /** Begins anew: nothing is made yet, and this is what the tables hold. */
    public synchronized void begin(TableDigests before) {
        try {
            AtomicFile.write(file, out -> out.write(bytes(LedgerLines.line(before))));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the ledger " + file, e);
        }
        open = true;
    }

    /**
     * Notes, lastingly, what is about to be made.
     *
     * @throws IllegalStateException if the time of making things is over: a check that was given up makes nothing more
     */
    @Override
    public synchronized void note(Made.Kind kind, String name) {
        if (!open) {
            throw new IllegalStateException("nothing more may be made: " + kind + " " + name);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap(bytes(LedgerLines.line(new Made(kind, name))));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the ledger " + file, e);
        }
    }

    /** Nothing more may be made. */
    public synchronized void close() {
        open = false;
    }

    /** The verification is at its end, and everything is removed. */
    public synchronized void end() {
        open = false;
        try {
            Files.deleteIfExists(file);
            AtomicFile.force(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove the ledger " + file, e);
        }
    }

    private LedgerLines lines() {
        if (!exists()) {
            return LedgerLines.parse("");
        }
        try {
            return LedgerLines.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the ledger " + file, e);
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn(
                    Code.VF_LEDGER_UNREADABLE.couldNotRun("the ledger " + file + " is not what a verification writes"),
                    e);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
