package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.RunningServer;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

/**
 * Archives the old home, with its embedded databases, and reads the archive back; or records the backup that the operator made.
 * An archive that is not complete and proven never has its final name.
 */
public final class BackUpHome implements Step {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public StepName name() {
        return StepName.BACKUP;
    }

    @Override
    public void run(StepRun run) {
        BackupRefusals.of(run.workplace()).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        Plan plan = run.workplace().plan();
        plan.existingBackup().ifPresent(existing -> ExistingBackup.record(existing, run));
        plan.backupDirectory().ifPresent(directory -> archive(directory, run));
    }

    private static void archive(Path directory, StepRun run) {
        CarbonHome home = run.workplace().oldHome();
        requireStopped(home);
        String name = home.path().getFileName() + "-" + TIME.format(ZonedDateTime.now()) + ".tar.gz";
        Path archive = directory.resolve(name);
        Path partial = directory.resolve(name + ".partial");
        try {
            Files.createDirectories(directory);
            Manifest written = write(partial, run);
            String difference = written.firstDifference(ArchiveReader.manifest(partial));
            if (difference != null) {
                throw UpgradeError.BACKUP_DIFFERS.at(
                        partial.toString(), "What was read back is not what was written: " + difference + ".");
            }
            Durable.write(
                    directory.resolve(name + ".sha256"), written.toString().getBytes(RawName.ENCODING));
            Files.move(partial, archive, StandardCopyOption.ATOMIC_MOVE);
            Durable.force(directory);
            run.figure("archive", archive.toString());
            run.figure("files", written.size());
            run.figure("bytes", written.bytes());
            run.figure("archive bytes", Files.size(archive));
            run.figure("read back", "equal");
        } catch (IOException e) {
            throw UpgradeError.BACKUP_WRITE.at(archive.toString(), "The backup cannot be written: " + e, e);
        } finally {
            FileUtils.deleteQuietly(partial.toFile());
        }
    }

    private static Manifest write(Path partial, StepRun run) throws IOException {
        CarbonHome home = run.workplace().oldHome();
        run.listener().part(home.path().getFileName().toString(), "files");
        try (OutputStream out = PrivateFile.create(partial);
                HomeArchive archive = new HomeArchive(out, run.listener())) {
            archive.addTree(home.path(), RawName.last(home.path()));
            DatabaseFiles.addOutside(run.workplace(), archive);
            archive.skipped()
                    .forEach(file -> run.found(
                            UpgradeError.BACKUP_SKIPPED.found(Status.WARN, file, "A special file was left out.")));
            archive.outside()
                    .forEach(link -> run.found(UpgradeError.BACKUP_LINK_OUTSIDE.found(
                            Status.WARN,
                            link,
                            "The link leads out of the home: what it leads to is not in the backup.")));
            return archive.manifest();
        }
    }

    private static void requireStopped(CarbonHome home) {
        RunningServer.of(home).ifPresent(process -> {
            throw UpgradeError.SERVER_RUNNING.at(
                    home.toString(), "The old server is running (process " + process + ").");
        });
    }
}
