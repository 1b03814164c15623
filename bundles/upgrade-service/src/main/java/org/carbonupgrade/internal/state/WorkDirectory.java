package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.UpgradeError;

/** Where a command that belongs to no upgrade keeps copies of closed databases: a directory readable by its owner alone. */
public final class WorkDirectory implements AutoCloseable {

    private final Path path;
    private UpgradeLock lock;

    /** @param path need not be there, and is not made before it is {@link #take taken} */
    public WorkDirectory(Path path) {
        this.path = path;
    }

    /** Where copies of closed databases are opened. */
    public Path snapshots() {
        return path.resolve("snapshots");
    }

    /**
     * Makes it, and takes it for one command.
     *
     * @throws org.carbonupgrade.UpgradeException if it can't be made, or another command has it
     */
    public void take() {
        try {
            Files.createDirectories(path.getParent());
            makePrivate(path);
            makePrivate(snapshots());
            lock = UpgradeLock.tryTake(lockFile())
                    .orElseThrow(() ->
                            UpgradeError.WORK_LOCKED.at(path.toString(), "Another command is at work with this plan."));
        } catch (IOException e) {
            throw UpgradeError.WORK_PLACE.at(path.toString(), "The directory cannot be made: " + e, e);
        }
    }

    /** Removes the copies: nobody goes on with them. */
    public void clear() {
        if (lock != null) {
            FileUtils.deleteQuietly(snapshots().toFile());
        }
    }

    /** Lets go of it; what is empty goes. */
    @Override
    public void close() {
        if (lock != null) {
            snapshots().toFile().delete();
            lockFile().toFile().delete();
            lock.close();
            path.toFile().delete();
        }
    }

    private Path lockFile() {
        return path.resolve("lock");
    }

    private static void makePrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            boolean posix =
                    directory.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createDirectory(directory, owner);
        }
    }
}
