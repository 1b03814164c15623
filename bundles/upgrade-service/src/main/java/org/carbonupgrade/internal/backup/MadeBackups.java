package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.StepRun;

/** The backups that the journal tells of: it has the digest of each one's record, which has the digests of its files. */
final class MadeBackups {

    private static final String DIRECTORY = "directory";
    private static final String RECORD = "record sha256";

    private final StepRun run;

    MadeBackups(StepRun run) {
        this.run = run;
    }

    /** Notes one that is complete. */
    void add(Path directory, BackupRecord record) throws IOException {
        run.workplace()
                .journal()
                .append(Event.BACKUP_MADE, DIRECTORY, directory.toString(), RECORD, recordDigest(directory));
        figures(directory, record);
        run.figure("read back", "equal");
    }

    /** Looks at what was made last, as it is now: record, archive, manifest and dumps, or the operator's own. */
    void verify() {
        List<JournalEntry> made = last();
        if (made.isEmpty()) {
            throw UpgradeError.BACKUP_MISSING.at(
                    run.workplace().state().toString(), "No backup has been made by this upgrade.");
        }
        for (JournalEntry backup : made) {
            String directory = backup.fact(DIRECTORY);
            try {
                if (directory.isEmpty()) {
                    ExistingBackup.verify(backup, run);
                } else {
                    verify(Paths.get(directory), backup.fact(RECORD));
                }
            } catch (IOException e) {
                damaged(directory, "it cannot be read: " + e);
            }
        }
    }

    /** What the last run came to that made any: our own backup, the operator's, or both. */
    private List<JournalEntry> last() {
        List<JournalEntry> made = new ArrayList<>();
        boolean another = false;
        for (JournalEntry entry : run.workplace().journal().entries()) {
            if (entry.event() == Event.STEP_STARTED) {
                another = true;
            } else if (entry.event() == Event.BACKUP_MADE) {
                if (another) {
                    made.clear();
                }
                another = false;
                made.add(entry);
            }
        }
        return made;
    }

    private void verify(Path directory, String recordDigest) throws IOException {
        if (!Files.isRegularFile(directory.resolve(BackupRecord.NAME))) {
            damaged(directory.toString(), "it is gone");
            return;
        }
        if (!recordDigest(directory).equals(recordDigest)) {
            damaged(
                    directory.resolve(BackupRecord.NAME).toString(),
                    "the record is not the one that the journal knows");
            return;
        }
        BackupRecord record = BackupRecord.read(directory);
        for (BackedUpFile file : record.files()) {
            run.listener().part(file.name(), "files");
            String damage = file.damage(directory);
            if (damage == null && !file.name().startsWith("home.")) {
                damage = DumpCheck.damage(directory.resolve(file.name()));
            }
            if (damage != null) {
                damaged(directory.resolve(file.name()).toString(), damage);
            }
        }
        figures(directory, record);
        if (run.status().passed()) {
            readBack(directory);
        }
    }

    private void readBack(Path directory) throws IOException {
        run.listener().part("archive, read back", "files");
        String difference = ArchiveReader.firstDifference(
                directory.resolve(BackUpHome.ARCHIVE), directory.resolve(BackUpHome.MANIFEST), run.listener());
        if (difference == null) {
            run.figure("read back", "equal");
        } else {
            damaged(
                    directory.resolve(BackUpHome.ARCHIVE).toString(),
                    "it is not what its manifest says: " + difference);
        }
    }

    private void figures(Path directory, BackupRecord record) {
        run.figure("backup", directory.toString());
        run.figure(
                "backup bytes",
                record.files().stream().mapToLong(BackedUpFile::bytes).sum());
        run.figure("databases", record.files().size() - 2);
        run.figure("details", record.files().stream().map(BackedUpFile::figures).collect(Collectors.toList()));
    }

    private void damaged(String where, String what) {
        run.found(
                UpgradeError.BACKUP_DAMAGED.found(Status.FAIL, where, "The backup is not what it was: " + what + "."));
    }

    private static String recordDigest(Path directory) throws IOException {
        return FileDigest.sha256(directory.resolve(BackupRecord.NAME));
    }
}
