package org.carbonupgrade.internal.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Writes down what goes into an archive, entry by entry and in its order: nothing is kept in memory. */
final class ManifestWriter implements AutoCloseable {

    private final Writer lines;
    private long files;
    private long bytes;

    ManifestWriter(OutputStream out) {
        this.lines = new BufferedWriter(new OutputStreamWriter(out, RawName.ENCODING));
    }

    /** @param sha256 of a file's content; null for what has none */
    void add(TarArchiveEntry entry, String sha256) throws IOException {
        lines.write(EntryLines.of(entry, sha256));
        if (!entry.isDirectory()) {
            files++;
        }
        bytes += entry.getSize();
    }

    /** How many files and links there are. */
    long files() {
        return files;
    }

    /** Of all files together. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
