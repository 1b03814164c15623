package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The zip of a Carbon server as one downloads it: one top directory that becomes the home, modes and times as packed. */
public final class CarbonPack {

    /** The system property that names the zip; Maven sets it for the integration tests. */
    public static final String PROPERTY = "carbon.pack";

    private final Path zip;

    private CarbonPack(Path zip) {
        this.zip = zip;
    }

    /** The pack that the build resolved, named by the system property {@value #PROPERTY}. */
    public static CarbonPack ofTheBuild() {
        String zip = System.getProperty(PROPERTY);
        if (zip == null) {
            throw new HarnessException("no Carbon pack: the system property " + PROPERTY + " is to name the zip");
        }
        return at(Path.of(zip));
    }

    /** @throws HarnessException if there is no such file */
    public static CarbonPack at(Path zip) {
        if (!Files.isRegularFile(zip)) {
            throw new HarnessException("no Carbon pack at " + zip.toAbsolutePath());
        }
        return new CarbonPack(zip.toAbsolutePath().normalize());
    }

    public Path zip() {
        return zip;
    }

    /**
     * Unpacks the server so that {@code home} is its home directory.
     *
     * @param home a directory that is empty or does not exist
     */
    public Home unpackTo(Path home) {
        try {
            Files.createDirectories(home);
            if (!Trees.isEmpty(home)) {
                throw new HarnessException("not empty, no server is unpacked over it: " + home);
            }
            try (FileSystem packed = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
                Trees.copy(onlyDirectoryOf(packed), home);
            }
        } catch (IOException e) {
            throw new HarnessException("cannot unpack " + zip + " to " + home, e);
        }
        return Home.at(home);
    }

    private Path onlyDirectoryOf(FileSystem packed) throws IOException {
        try (var top = Files.newDirectoryStream(packed.getPath("/"))) {
            var entries = top.iterator();
            Path only = entries.next();
            if (entries.hasNext() || !Files.isDirectory(only)) {
                throw new HarnessException("not the zip of a Carbon server, it has no single top directory: " + zip);
            }
            return only;
        }
    }
}
