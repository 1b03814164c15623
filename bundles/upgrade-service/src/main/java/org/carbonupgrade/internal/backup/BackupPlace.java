package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.state.UpgradeLock;

/**
 * The directory of one backup. Until all is there and proven it is called {@code NAME.partial}, and locked: what a killed backup left
 * is told from what another one is writing, and goes when the next is made.
 */
final class BackupPlace implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String PARTIAL = ".partial";
    private static final String LOCK = "lock";

    private final Path partial;
    private final Path complete;
    private final UpgradeLock lock;

    private BackupPlace(Path partial, Path complete, UpgradeLock lock) {
        this.partial = partial;
        this.complete = complete;
        this.lock = lock;
    }

    /** Makes the place for a backup of a home, and removes what killed ones have left. */
    static BackupPlace in(Path directory, String home) throws IOException {
        Files.createDirectories(directory);
        removeLeftovers(directory, home);
        String wanted = home + "-" + TIME.format(ZonedDateTime.now());
        String free = wanted;
        for (int i = 2; Files.exists(directory.resolve(free)) || Files.exists(directory.resolve(free + PARTIAL)); i++) {
            free = wanted + "-" + i;
        }
        Path partial = PrivateFile.createDirectory(directory.resolve(free + PARTIAL));
        UpgradeLock lock = UpgradeLock.tryTake(partial.resolve(LOCK))
                .orElseThrow(() -> new IOException("somebody else has taken " + partial));
        return new BackupPlace(partial, directory.resolve(free), lock);
    }

    /** Where to write. */
    Path directory() {
        return partial;
    }

    /** Forces everything to disk and gives the backup its name, which it is told by from now on. */
    Path complete() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
            for (Path file : files) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        Files.delete(partial.resolve(LOCK));
        Durable.force(partial);
        Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
        Durable.force(complete.getParent());
        return complete;
    }

    /** Removes what was not completed. */
    @Override
    public void close() {
        lock.close();
        FileUtils.deleteQuietly(partial.toFile());
    }

    private static void removeLeftovers(Path directory, String home) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            for (Path left : found) {
                if (left.getFileName()
                        .toString()
                        .matches(Pattern.quote(home) + "-\\d{8}-\\d{6}(-\\d+)?" + Pattern.quote(PARTIAL))) {
                    removeIfDead(left);
                }
            }
        }
    }

    private static void removeIfDead(Path left) throws IOException {
        Optional<UpgradeLock> dead = UpgradeLock.tryTake(left.resolve(LOCK));
        if (dead.isPresent()) {
            dead.get().close();
            FileUtils.deleteDirectory(left.toFile());
        }
    }
}
