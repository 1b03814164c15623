package org.carbonupgrade.internal.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;

/** {@code repository/upgrade} of the new home: where an upgrade keeps its state, readable by its owner alone. */
public final class StateDirectory {

    private final Path path;

    private StateDirectory(Path path) {
        this.path = path;
    }

    /** The directory of a home, which need not exist. */
    public static StateDirectory of(CarbonHome newHome) {
        return new StateDirectory(newHome.upgrade());
    }

    /** Makes it, if need be. */
    public StateDirectory prepared() {
        try {
            Files.createDirectories(path.resolve("reports"));
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException e) {
            throw UpgradeError.HOME_NOT_WRITABLE.at(path.toString(), "The directory cannot be made: " + e, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path journal() {
        return path.resolve("journal.jsonl");
    }

    public Path lock() {
        return path.resolve("upgrade.lock");
    }

    /** The plan of this upgrade, as it was last used. */
    public Path plan() {
        return path.resolve("upgrade.properties");
    }

    /** Where copies of closed databases are opened. */
    public Path snapshots() {
        return path.resolve("snapshots");
    }

    /** Where goes what the new home had in a place that is needed. */
    public Path aside() {
        return path.resolve("aside");
    }

    /** The contract with the verification of the started server. */
    public Path verifyOnStartup() {
        return path.resolve("verify-on-startup");
    }

    public Path reports() {
        return path.resolve("reports");
    }

    /** What the verification of the started server has reported. */
    public Path verification() {
        return reports().resolve("verification.json");
    }

    /** {@code reports/STEP.json}. */
    public Path report(StepName step) {
        return reports().resolve(step.word() + ".json");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
