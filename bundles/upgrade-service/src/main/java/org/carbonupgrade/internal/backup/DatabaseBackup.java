package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseErrors;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/** Dumps every old database that has no other backup. */
final class DatabaseBackup {

    private final StepRun run;
    private final Dumps dumps;

    DatabaseBackup(StepRun run) {
        this.run = run;
        this.dumps = new Dumps(run.workplace());
    }

    List<BackedUpFile> into(Path directory) throws IOException {
        Workplace workplace = run.workplace();
        List<BackedUpFile> files = new ArrayList<>();
        for (DatabasePair pair : workplace.databases().complete()) {
            boolean embedded = workplace.copier().identify(pair.old()).file().isPresent();
            if (embedded || !workplace.plan().existingBackup().isPresent()) {
                Optional<DatabaseDump> dump = dumps.of(pair);
                if (dump.isPresent()) {
                    Path file = free(directory, pair.name(), dump.get().ending());
                    run.listener().part(pair.name(), "MB");
                    Optional<String> how = embedded ? perhaps(pair, dump.get(), file) : written(dump.get(), file);
                    if (how.isPresent()) {
                        files.add(checked(file, pair, how.get()));
                    }
                }
            }
        }
        return files;
    }

    private Optional<String> written(DatabaseDump dump, Path file) throws IOException {
        return Optional.of(dump.write(file, run.listener()));
    }

    /** The files of an embedded database are in the archive: a script of it is welcome, and no more. */
    private Optional<String> perhaps(DatabasePair pair, DatabaseDump dump, Path file) throws IOException {
        try {
            String how = dump.write(file, run.listener());
            RestoredScript restored =
                    new RestoredScript(pair.old(), run.workplace().copier());
            if (!restored.fits(file.getParent())) {
                return Optional.of(how + "; there was no room to restore it and compare");
            }
            run.listener().part(pair.name() + ", restored and compared", "MB");
            Optional<String> difference = restored.difference(file);
            return difference.isPresent()
                    ? without(pair, file, "its script does not bring it back: " + difference.get())
                    : Optional.of(how + "; restored and compared: equal");
        } catch (DbCopyException e) {
            return without(pair, file, DatabaseErrors.upgradeException(e).getMessage());
        }
    }

    private Optional<String> without(DatabasePair pair, Path script, String why) throws IOException {
        Files.deleteIfExists(script);
        run.found(UpgradeError.BACKUP_SCRIPT.found(
                Status.WARN, pair.name(), "The backup has the files of this database alone: " + why));
        return Optional.empty();
    }

    private static BackedUpFile checked(Path file, DatabasePair pair, String how) throws IOException {
        BackedUpFile backedUp = BackedUpFile.of(file, "database " + pair.name(), how);
        String damage = DumpCheck.damage(file);
        if (damage != null) {
            throw UpgradeError.BACKUP_DIFFERS.at(file.toString(), "The dump is not whole: " + damage + ".");
        }
        return backedUp;
    }

    private static Path free(Path directory, String name, String ending) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        Path file = directory.resolve(plain + ending);
        for (int i = 2; Files.exists(file); i++) {
            file = directory.resolve(plain + "-" + i + ending);
        }
        return file;
    }
}
