package org.carbonupgrade.internal.artifacts;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.state.FileDigest;
import org.carbonupgrade.internal.state.JournalEntry;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.StepRun;

/** Looks at all files that were carried again: whether each has the content still that it was carried with. */
final class CarriedCheck {

    /** More names help nobody; how many there are is said. */
    private static final int MOST_NAMED = 50;

    private final StepRun run;
    private long files;
    private long bytes;
    private long differing;

    CarriedCheck(StepRun run) {
        this.run = run;
    }

    /** @throws org.carbonupgrade.UpgradeException if there is no list, or it is not the one that was written */
    void run() {
        Path list = CarriedList.of(run.workplace().newHome());
        requireOurs(list);
        run.listener().part("artifacts", "files");
        try (BufferedReader lines = Files.newBufferedReader(list, SumLine.ENCODING)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                SumLine.parse(line).ifPresent(this::check);
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(list.toString(), "The file cannot be read: " + e, e);
        }
        run.figure("files", files);
        run.figure("bytes", bytes);
        run.figure("not as carried", differing);
        run.figure("list", list.toString());
    }

    private void requireOurs(Path list) {
        String written = "";
        for (JournalEntry entry : run.workplace().journal().entries()) {
            if (entry.event() == Event.FILE_WRITTEN && entry.fact("file").equals(CarriedList.NAME)) {
                written = entry.fact("sha256");
            }
        }
        try {
            if (written.isEmpty()
                    || !Files.exists(list)
                    || !FileDigest.sha256(list).equals(written)) {
                throw UpgradeError.ARTIFACT_LIST.at(
                        list.toString(),
                        written.isEmpty() ? "Nothing was carried yet." : "The list is not the one that was written.");
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(list.toString(), "The file cannot be read: " + e, e);
        }
    }

    private void check(SumLine line) {
        Path file = line.in(run.workplace().newHome().path());
        files++;
        try {
            long size = Files.size(file);
            if (!FileDigest.sha256(file).equals(line.sha256())) {
                differs(file, "it has another content");
            }
            bytes += size;
            run.listener().done(1, size);
        } catch (NoSuchFileException e) {
            differs(file, "it is gone");
        } catch (IOException e) {
            differs(file, "it cannot be read: " + e);
        }
    }

    private void differs(Path file, String how) {
        differing++;
        if (differing <= MOST_NAMED) {
            run.found(UpgradeError.ARTIFACT_CHANGED.found(
                    Status.FAIL, file.toString(), "The file is not as it was carried: " + how + "."));
        }
    }
}
