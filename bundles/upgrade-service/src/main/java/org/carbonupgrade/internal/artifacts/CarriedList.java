package org.carbonupgrade.internal.artifacts;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.Workplace;

/**
 * The list of all files that were carried, with the SHA-256 of each: {@code sha256sum -c} reads it in the new home, and so does
 * {@code artifacts --verify}. Written by several threads while they copy, and nothing of it is kept in memory.
 */
final class CarriedList implements ProvenFiles, AutoCloseable {

    /** By its path from the new home, as the journal has it. */
    static final String NAME = "repository/upgrade/artifacts.sha256";

    private final Workplace workplace;
    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final Writer lines;
    private boolean open = true;

    /** Begins a new one; the last one stays until this is complete. */
    CarriedList(Workplace workplace) {
        this.workplace = workplace;
        this.file = of(workplace.newHome());
        this.part = file.resolveSibling(file.getFileName() + ".part");
        try {
            this.channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(
                    part.toString(), "The list of what is carried cannot be written: " + e, e);
        }
        this.lines = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), SumLine.ENCODING));
    }

    /** Where it is. */
    static Path of(CarbonHome newHome) {
        return newHome.resolve(NAME);
    }

    @Override
    public synchronized void add(Path carried, String sha256) throws IOException {
        lines.write(SumLine.of(workplace.newHome().path(), carried, sha256) + "\n");
    }

    /** Takes the place of the last one. */
    void complete() {
        try {
            lines.flush();
            channel.force(true);
            close();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Durable.force(file.getParent());
            workplace.journal().append(Event.FILE_WRITTEN, "file", NAME, "sha256", FileDigest.sha256(file));
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(
                    file.toString(), "The list of what was carried cannot be written: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            lines.close();
        }
    }
}
