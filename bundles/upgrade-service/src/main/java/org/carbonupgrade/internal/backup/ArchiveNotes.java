package org.carbonupgrade.internal.backup;

import java.nio.file.Path;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.step.StepNotes;

/** Says of files what an archive does not have of them. */
final class ArchiveNotes {

    private final CarbonHome home;
    private final StepNotes notes;

    ArchiveNotes(CarbonHome home, StepNotes notes) {
        this.home = home;
        this.notes = notes;
    }

    /** A socket, pipe or the like: it holds no data. */
    void special(Path file) {
        notes.found(UpgradeError.BACKUP_SKIPPED.found(Status.WARN, file.toString(), "A special file was left out."));
    }

    /** A link to what is there, but not in the tree of the link: the archive has the link alone. */
    void outside(Path link) {
        notes.found(UpgradeError.BACKUP_LINK_OUTSIDE.found(
                Status.WARN,
                link.toString(),
                "The link leads out of the home: what it leads to is not in the backup."));
    }

    void vanished(Path file) {
        changed(file, "The file was deleted while the backup was made.");
    }

    void changed(Path file) {
        changed(file, "The file was changed while the backup was made.");
    }

    /** Somebody works in the home. Logs and temporary files tell nothing of it that counts; with anything else there is no backup. */
    private void changed(Path file, String what) {
        boolean harmless = file.startsWith(home.resolve("repository/logs")) || file.startsWith(home.resolve("tmp"));
        notes.found(UpgradeError.BACKUP_CHANGED.found(harmless ? Status.WARN : Status.FAIL, file.toString(), what));
    }
}
