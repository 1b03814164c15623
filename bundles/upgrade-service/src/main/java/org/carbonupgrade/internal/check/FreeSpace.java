package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/** The disks have room: for snapshots, copies and artifacts in the new home, and for the backup. */
final class FreeSpace implements Prerequisite {

    private static final long MEGABYTE = 1 << 20;

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        long databases = 0;
        for (DatabasePair pair : workplace.databases().pairs()) {
            for (Path file : workplace.copier().files(pair.old())) {
                databases += sizeOf(file);
            }
            if (!workplace.copier().identify(pair.staging()).file().isPresent()) {
                onServer(pair, workplace, found);
            }
        }
        long artifacts = sizeOf(workplace.oldHome().deployment())
                + sizeOf(workplace.oldHome().tenants());
        // A snapshot and a copy of each database; both can grow while rows are loaded.
        judge("new home", workplace.newHome().path(), 3 * databases + artifacts, found);
        workplace.plan().backupDirectory().ifPresent(directory -> {
            long home = sizeOf(workplace.oldHome().path());
            judge("backup", existing(directory), home, found);
        });
    }

    /** What its own disk has left a server tells nobody. */
    private static void onServer(DatabasePair pair, Workplace workplace, Consumer<Finding> found) {
        try {
            long bytes = workplace.copier().inspect(pair.old()).bytes();
            if (bytes >= 0) {
                found.accept(UpgradeError.SPACE.found(
                        Status.OK,
                        pair.name(),
                        "The staging database of " + pair + " needs about " + bytes / MEGABYTE
                                + " MB on its server, whose disk can't be seen from here."));
            }
        } catch (DbCopyException e) {
            // said by those who look whether each database can be read
        }
    }

    private static void judge(String what, Path place, long needed, Consumer<Finding> found) {
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            found.accept(UpgradeError.SPACE.found(
                    free < needed ? Status.FAIL : Status.OK,
                    place.toString(),
                    "The " + what + " needs up to " + needed / MEGABYTE + " MB; " + free / MEGABYTE + " MB are free."));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(place.toString(), "The free space cannot be told: " + e, e);
        }
    }

    private static long sizeOf(Path tree) {
        return Files.exists(tree) ? TreeSize.of(tree) : 0;
    }

    /** The directory, or the one above it that is there: it will be made. */
    private static Path existing(Path directory) {
        Path place = directory.toAbsolutePath();
        while (!Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }
}
