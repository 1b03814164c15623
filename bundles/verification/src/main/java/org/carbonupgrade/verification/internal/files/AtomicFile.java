package org.carbonupgrade.verification.internal.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that are either whole and on disk, or not there. */
public final class AtomicFile {

    private static final String OWNER_ONLY = "rwx------";

    private AtomicFile() {}

    /** What to write into the file. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, in place of one that is there; makes its directory, for the owner alone, if need be. */
    public static void write(Path file, Content content) throws IOException {
        makeDirectories(file.getParent());
        Path beside = beside(file);
        try (FileOutputStream out = new FileOutputStream(beside.toFile());
                BufferedOutputStream buffered = new BufferedOutputStream(out)) {
            content.writeTo(buffered);
            buffered.flush();
            out.getFD().sync();
        }
        move(beside, file);
    }

    /** Deletes a file, and what may be left of an interrupted try to write it. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(beside(file));
        Files.deleteIfExists(file);
    }

    /** Renames a file within its directory, in place of one that is there. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.getParent());
    }

    /** Makes directories that are not there, for the owner alone. */
    public static void makeDirectories(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(directory, attributes);
    }

    /** Makes what was made, renamed or deleted in a directory lasting; systems that can't do so by themselves do. */
    public static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directories; its file system writes them through.
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }
}
