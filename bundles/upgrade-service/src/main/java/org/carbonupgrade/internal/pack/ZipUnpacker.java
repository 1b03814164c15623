package org.carbonupgrade.internal.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.UpgradeListener;

/**
 * Unpacks the folder of a zip that holds a Carbon home into an empty directory, and nothing anywhere else: no name climbs out, links are
 * made when all files are there and have to lead to one of them, and the content is held against its checksums and a limit.
 */
final class ZipUnpacker {

    /** By what a home is known in a zip, in which it lies below a folder of any name. */
    private static final String LANDMARK = "repository/conf/carbon.xml";

    private static final int LONGEST_LINK = 4096;

    private final Path pack;
    private final Path target;
    private final UpgradeListener listener;
    private final Map<Path, Path> links = new LinkedHashMap<>();
    private final UnpackLimit limit;
    private long files;

    ZipUnpacker(Path pack, Path target, UpgradeListener listener) throws IOException {
        this.pack = pack;
        this.target = target;
        this.listener = listener;
        this.limit = new UnpackLimit(pack, target);
    }

    void unpack() throws IOException {
        ZipDirectory.requireHonest(pack);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            String folder = folder(entries);
            listener.expect(entries.size());
            for (ZipArchiveEntry entry : entries) {
                long before = limit.bytes();
                Path file = EntryName.in(folder, entry.getName(), target);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    write(zip, entry, file);
                }
                listener.done(1, limit.bytes() - before);
            }
            for (Map.Entry<Path, Path> link : links.entrySet()) {
                link(link.getKey(), link.getValue());
            }
            for (Path link : links.keySet()) {
                requireInside(link);
            }
        }
    }

    /** Files and links. */
    long files() {
        return files;
    }

    long bytes() {
        return limit.bytes();
    }

    private static String folder(List<ZipArchiveEntry> entries) throws IOException {
        return entries.stream()
                .map(ZipArchiveEntry::getName)
                .filter(name -> name.endsWith(LANDMARK))
                .map(name -> name.substring(0, name.length() - LANDMARK.length()))
                .min((one, other) -> one.length() - other.length())
                .orElseThrow(() -> new IOException("it holds no Carbon home"));
    }

    private void write(ZipFile zip, ZipArchiveEntry entry, Path file) throws IOException {
        files++;
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(limit.counting(zip.getInputStream(entry)), checksum)) {
            if (entry.isUnixSymlink()) {
                links.put(file, linkTarget(in, entry));
            } else {
                try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                    IOUtils.copyLarge(in, out, new byte[1 << 16]);
                }
                UnpackedMode.set(file, entry);
            }
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException(entry.getName() + " is damaged: its checksum is another one");
        }
    }

    private static Path linkTarget(InputStream in, ZipArchiveEntry entry) throws IOException {
        if (entry.getSize() > LONGEST_LINK) {
            throw new IOException("the link " + entry.getName() + " is too long");
        }
        try {
            return Paths.get(new String(IOUtils.toByteArray(in), StandardCharsets.UTF_8));
        } catch (InvalidPathException e) {
            throw new IOException("the link " + entry.getName() + " leads to what is no name on this system", e);
        }
    }

    private void requireInside(Path link) throws IOException {
        Path real;
        try {
            real = link.toRealPath();
        } catch (IOException e) {
            throw new IOException("the link " + target.relativize(link) + " leads nowhere", e);
        }
        if (!real.startsWith(target.toRealPath())) {
            throw new IOException("the link " + target.relativize(link) + " leads out of the home");
        }
    }

    private void link(Path link, Path to) throws IOException {
        if (to.isAbsolute() || !link.resolveSibling(to).normalize().startsWith(target)) {
            throw new IOException("the link " + target.relativize(link) + " leads out of the home");
        }
        Files.createSymbolicLink(link, to);
    }
}
