package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.carbonupgrade.internal.UpgradeError;

/** Held while an upgrade works on a new home; the operating system lets go of it when the process dies. */
public final class UpgradeLock implements AutoCloseable {

    private final FileChannel channel;

    private UpgradeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws org.carbonupgrade.UpgradeException if another command holds it
     */
    public static UpgradeLock take(StateDirectory state) {
        try {
            return tryTake(state.lock())
                    .orElseThrow(() -> UpgradeError.UPGRADE_LOCKED.at(
                            state.toString(), "Another upgrade command is at work on this home."));
        } catch (IOException e) {
            throw UpgradeError.HOME_NOT_WRITABLE.at(state.lock().toString(), "The lock cannot be taken: " + e, e);
        }
    }

    /** The lock of a file, which is made if need be; empty if somebody else holds it. */
    public static Optional<UpgradeLock> tryTake(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new UpgradeLock(channel));
    }

    /** Whether somebody holds the lock of a file. It is taken for a moment if nobody does; one that is not there is not made. */
    public static boolean isTaken(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            Optional<UpgradeLock> free = tryTake(file);
            free.ifPresent(UpgradeLock::close);
            return !free.isPresent();
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The lock cannot be looked at: " + e, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another thread of this JVM
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at("upgrade.lock", "The lock cannot be released: " + e, e);
        }
    }
}
