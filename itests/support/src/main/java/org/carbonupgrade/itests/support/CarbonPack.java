package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
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
                Files.walkFileTree(onlyDirectoryOf(packed), new Unpacking(onlyDirectoryOf(packed), home));
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

    private static final class Unpacking extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Unpacking(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(target(directory));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path target = target(file);
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.setLastModifiedTime(target(directory), Files.getLastModifiedTime(directory));
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path packed) {
            return to.resolve(from.relativize(packed).toString());
        }
    }
}
