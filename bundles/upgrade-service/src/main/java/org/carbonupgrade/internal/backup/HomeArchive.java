package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.UpgradeListener;

/** Writes trees of files to a compressed tar, with links, modes, owners and times, and the SHA-256 of every file. Streams. */
final class HomeArchive implements AutoCloseable {

    private final TarArchiveOutputStream tar;
    private final UpgradeListener listener;
    private final Manifest manifest = new Manifest();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    HomeArchive(OutputStream out, UpgradeListener listener) throws IOException {
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(out, 1 << 16), RawName.ENCODING.name());
        // GNU's format: the names in POSIX's extended headers have to be UTF-8, those of files need not be.
        this.tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        this.tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        this.listener = listener;
    }

    /** Adds everything below a directory, under a raw name of its own. */
    void addTree(Path directory, String name) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                add(visited, nameIn(directory, visited, name), attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                add(visited, nameIn(directory, visited, name), attributes);
                if (attributes.isSymbolicLink()
                        && Files.exists(visited)
                        && !visited.toRealPath().startsWith(directory.toRealPath())) {
                    outside.add(visited.toString());
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** What was written, file by file. */
    Manifest manifest() {
        return manifest;
    }

    /** Sockets, pipes and the like: they hold no data. */
    List<String> skipped() {
        return skipped;
    }

    /** Links to what is there, but not in the tree of the link: the archive has the link alone. */
    List<String> outside() {
        return outside;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void add(Path file, String name, BasicFileAttributes attributes) throws IOException {
        if (attributes.isOther()) {
            skipped.add(file.toString());
            return;
        }
        TarArchiveEntry entry = TarEntries.of(file, name, attributes);
        tar.putArchiveEntry(entry);
        if (attributes.isRegularFile()) {
            manifest.file(name, content(file), attributes.size());
        } else if (attributes.isSymbolicLink()) {
            manifest.link(name, entry.getLinkName());
        }
        tar.closeArchiveEntry();
        listener.done(1, attributes.isRegularFile() ? attributes.size() : 0);
    }

    private String content(Path file) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            IOUtils.copyLarge(in, tar, new byte[1 << 16]);
        }
        return Hex.encodeHexString(digest.digest());
    }

    private static String nameIn(Path root, Path file, String name) {
        String relative = RawName.relative(root, file);
        return relative.isEmpty() ? name : name + "/" + relative;
    }
}
