package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.carbonupgrade.UpgradeListener;

/** Writes trees of files to a compressed tar, with links, modes, owners and times, and a manifest of all. Streams. */
final class HomeArchive implements AutoCloseable {

    private final TarArchiveOutputStream tar;
    private final ManifestWriter manifest;
    private final ArchiveNotes notes;
    private final UpgradeListener listener;

    HomeArchive(OutputStream out, ManifestWriter manifest, ArchiveNotes notes, UpgradeListener listener)
            throws IOException {
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(out, 1 << 16), RawName.ENCODING.name());
        // GNU's format: the names in POSIX's extended headers have to be UTF-8, those of files need not be.
        this.tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        this.tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        this.manifest = manifest;
        this.notes = notes;
        this.listener = listener;
    }

    /** Adds everything below a directory, or a file, under a raw name of its own. */
    void addTree(Path root, String name) throws IOException {
        Path real = root.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                add(visited, nameIn(root, visited, name), attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                add(visited, nameIn(root, visited, name), attributes);
                if (attributes.isSymbolicLink()
                        && Files.exists(visited)
                        && !visited.toRealPath().startsWith(real)) {
                    notes.outside(visited);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path visited, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    notes.vanished(visited);
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void add(Path file, String name, BasicFileAttributes attributes) throws IOException {
        try {
            if (attributes.isOther()) {
                notes.special(file);
            } else if (attributes.isRegularFile()) {
                addFile(file, TarEntries.of(file, name, attributes), attributes);
            } else {
                addEntry(TarEntries.of(file, name, attributes));
            }
            listener.done(1, attributes.isRegularFile() ? attributes.size() : 0);
        } catch (NoSuchFileException e) {
            notes.vanished(file);
        }
    }

    private void addEntry(TarArchiveEntry entry) throws IOException {
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        manifest.add(entry, null);
    }

    /** Opened first: what is no longer there must leave no trace in the archive. */
    private void addFile(Path file, TarArchiveEntry entry, BasicFileAttributes attributes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            FixedContent content = new FixedContent(in, attributes.size());
            tar.putArchiveEntry(entry);
            content.copyTo(tar);
            tar.closeArchiveEntry();
            manifest.add(entry, content.sha256());
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            if (content.differs()
                    || after.size() != attributes.size()
                    || !after.lastModifiedTime().equals(attributes.lastModifiedTime())) {
                notes.changed(file);
            }
        }
    }

    private static String nameIn(Path root, Path file, String name) {
        String relative = RawName.relative(root, file);
        return relative.isEmpty() ? name : name + "/" + relative;
    }
}
