package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.StepRun;

/** The backup that the operator names, which is there and readable: what it was at this time, and whether it still is. */
final class ExistingBackup {

    private static final String PLACE = "existing";
    private static final String BYTES = "bytes";
    private static final String SHA256 = "sha256";

    private ExistingBackup() {}

    static void record(Path backup, StepRun run) {
        TreeDigest now = digest(backup, run);
        run.workplace()
                .journal()
                .append(
                        Event.BACKUP_MADE,
                        PLACE,
                        backup.toString(),
                        BYTES,
                        String.valueOf(now.bytes()),
                        SHA256,
                        now.sha256());
    }

    /** @param recorded what {@link #record} wrote */
    static void verify(JournalEntry recorded, StepRun run) {
        if (!Files.exists(Paths.get(recorded.fact(PLACE)))) {
            run.found(UpgradeError.BACKUP_DAMAGED.found(Status.FAIL, recorded.fact(PLACE), "The backup is gone."));
            return;
        }
        TreeDigest now = digest(Paths.get(recorded.fact(PLACE)), run);
        if (!now.sha256().equals(recorded.fact(SHA256))) {
            run.found(UpgradeError.BACKUP_DAMAGED.found(
                    Status.FAIL,
                    recorded.fact(PLACE),
                    "The backup is not what it was: it had " + recorded.fact(BYTES) + " bytes and has " + now.bytes()
                            + ", with another digest."));
        }
    }

    private static TreeDigest digest(Path backup, StepRun run) {
        try {
            run.listener().part(backup.getFileName().toString(), "files");
            TreeDigest digest = TreeDigest.of(backup, run.listener());
            run.figure("existing backup", backup.toString());
            run.figure("existing backup bytes", digest.bytes());
            run.figure("existing backup sha256", digest.sha256());
            return digest;
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(backup.toString(), "The backup cannot be read: " + e, e);
        }
    }
}
