package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.RunningServer;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

/**
 * Archives the old home, dumps its databases, and reads all of it back; or records the backup that the operator made. A backup that is
 * not complete and proven never has its final name.
 */
public final class BackUpHome implements Step {

    /** The option that has a backup looked at again, rather than made. */
    public static final String VERIFY = "verify";

    static final String ARCHIVE = "home.tar.gz";
    static final String MANIFEST = "home.sha256";

    @Override
    public StepName name() {
        return StepName.BACKUP;
    }

    @Override
    public void run(StepRun run) {
        MadeBackups made = new MadeBackups(run);
        if (run.options().has(VERIFY)) {
            made.verify();
            return;
        }
        BackupRefusals.of(run.workplace()).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        Plan plan = run.workplace().plan();
        plan.existingBackup().ifPresent(existing -> ExistingBackup.record(existing, run));
        plan.backupDirectory().ifPresent(directory -> write(directory, run, made));
    }

    private static void write(Path directory, StepRun run, MadeBackups made) {
        CarbonHome home = run.workplace().oldHome();
        requireStopped(home);
        try (BackupPlace place =
                BackupPlace.in(directory, home.path().getFileName().toString())) {
            Path partial = place.directory();
            List<BackedUpFile> files = new ArrayList<>(archive(partial, run));
            files.addAll(new DatabaseBackup(run).into(partial));
            if (run.status().passed()) {
                BackupRecord record = BackupRecord.of(run.workplace().upgradeId(), home.toString(), files);
                record.write(partial);
                made.add(place.complete(), record);
            }
        } catch (IOException e) {
            throw UpgradeError.BACKUP_WRITE.at(directory.toString(), "The backup cannot be written: " + e, e);
        }
    }

    private static List<BackedUpFile> archive(Path partial, StepRun run) throws IOException {
        CarbonHome home = run.workplace().oldHome();
        Path archive = partial.resolve(ARCHIVE);
        Path manifest = partial.resolve(MANIFEST);
        run.listener().part(home.path().getFileName().toString(), "files");
        try (OutputStream list = PrivateFile.create(manifest);
                ManifestWriter written = new ManifestWriter(list);
                OutputStream out = PrivateFile.create(archive);
                HomeArchive tar = new HomeArchive(out, written, new ArchiveNotes(home, run), run.listener())) {
            tar.addTree(home.path(), RawName.last(home.path()));
            DatabaseFiles.addOutside(run.workplace(), tar);
            run.figure("files", written.files());
            run.figure("bytes", written.bytes());
        }
        requireEqual(archive, manifest, run);
        return Arrays.asList(
                BackedUpFile.of(archive, "home " + home, "tar, compressed with gzip"),
                BackedUpFile.of(manifest, "manifest of " + ARCHIVE, "sha256sum -c reads it"));
    }

    private static void requireEqual(Path archive, Path manifest, StepRun run) throws IOException {
        run.listener().part("archive, read back", "files");
        String difference = ArchiveReader.firstDifference(archive, manifest, run.listener());
        if (difference != null) {
            throw UpgradeError.BACKUP_DIFFERS.at(
                    archive.toString(), "What was read back is not what was written: " + difference + ".");
        }
    }

    private static void requireStopped(CarbonHome home) {
        RunningServer.of(home).ifPresent(process -> {
            throw UpgradeError.SERVER_RUNNING.at(
                    home.toString(), "The old server is running (process " + process + ").");
        });
    }
}
