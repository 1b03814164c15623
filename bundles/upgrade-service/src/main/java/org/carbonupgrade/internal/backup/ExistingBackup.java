package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.step.StepRun;

/** Records the backup that the operator names, which is there and readable: what it was at this time. */
final class ExistingBackup {

    private ExistingBackup() {}

    static void record(Path backup, StepRun run) {
        try {
            run.figure("existing backup", backup.toString());
            run.figure("existing backup bytes", FileUtils.sizeOf(backup.toFile()));
            if (Files.isRegularFile(backup)) {
                run.figure("existing backup sha256", new DigestUtils("SHA-256").digestAsHex(backup.toFile()));
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(backup.toString(), "The backup cannot be read: " + e, e);
        }
    }
}
