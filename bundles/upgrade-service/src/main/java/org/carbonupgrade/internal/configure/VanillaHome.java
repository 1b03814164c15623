package org.carbonupgrade.internal.configure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.carbonupgrade.internal.UpgradeError;

/** The old version as it was downloaded, zip or directory: tells a customer's change from a default. */
public final class VanillaHome implements AutoCloseable {

    /** By what a home is known in a zip, in which it lies below a folder of any name. */
    private static final String LANDMARK = "repository/conf/carbon.xml";

    private static final long MOST_BYTES = 64 << 20;

    private final Path path;
    private final ZipFile zip;
    private final String folder;

    private VanillaHome(Path path, ZipFile zip, String folder) {
        this.path = path;
        this.zip = zip;
        this.folder = folder;
    }

    /**
     * Opens it.
     *
     * @throws org.carbonupgrade.UpgradeException if it is neither a Carbon home nor a zip of one
     */
    public static VanillaHome open(Path path) {
        if (Files.isRegularFile(path.resolve(LANDMARK))) {
            return new VanillaHome(path, null, "");
        }
        try {
            ZipFile zip = new ZipFile(path.toFile());
            String folder = Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(LANDMARK))
                    .map(name -> name.substring(0, name.length() - LANDMARK.length()))
                    .findFirst()
                    .orElse(null);
            if (folder != null) {
                return new VanillaHome(path, zip, folder);
            }
            zip.close();
        } catch (IOException e) {
            throw UpgradeError.VANILLA_UNREADABLE.at(
                    path.toString(), "It can't be read as a zip or directory: " + e, e);
        }
        throw UpgradeError.VANILLA_UNREADABLE.at(path.toString(), "It holds no Carbon home.");
    }

    /** The content of a file of the home, by its path from there with slashes; empty if the version had no such file. */
    public Optional<byte[]> read(String relative) {
        try {
            return zip == null ? fromDirectory(relative) : fromZip(relative);
        } catch (IOException e) {
            throw UpgradeError.VANILLA_UNREADABLE.at(path.toString(), relative + " cannot be read: " + e, e);
        }
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(zip);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private Optional<byte[]> fromDirectory(String relative) throws IOException {
        Path file = path.resolve(relative);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private Optional<byte[]> fromZip(String relative) throws IOException {
        ZipEntry entry = zip.getEntry(folder + relative);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        if (entry.getSize() > MOST_BYTES) {
            throw new IOException("the entry is larger than " + MOST_BYTES + " bytes");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return Optional.of(IOUtils.toByteArray(content));
        }
    }
}
