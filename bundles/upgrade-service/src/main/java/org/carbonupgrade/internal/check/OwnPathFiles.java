package org.carbonupgrade.internal.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.path.PathFile;
import org.carbonupgrade.internal.path.UpgradePath;
import org.carbonupgrade.internal.path.UpgradePaths;
import org.carbonupgrade.internal.step.Workplace;

/** The operator's own path files are understood, every line of them; says which are part of this upgrade. */
final class OwnPathFiles implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        UpgradePaths paths = UpgradePaths.with(workplace.plan().pathFiles());
        Optional<UpgradePath> path = between(paths, workplace);
        for (PathFile file : paths.files()) {
            boolean used = path.isPresent() && path.get().files().contains(file);
            file.own().ifPresent(place -> found.accept(describe(file, place, used)));
        }
    }

    /** What is known of the way between the homes' versions; nothing if an own file makes no sense, which is said here. */
    static Optional<UpgradePath> path(Workplace workplace) {
        try {
            return between(UpgradePaths.with(workplace.plan().pathFiles()), workplace);
        } catch (UpgradeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UpgradePath> between(UpgradePaths paths, Workplace workplace) {
        return paths.between(workplace.oldHome().version(), workplace.newHome().version());
    }

    private static Finding describe(PathFile file, String place, boolean used) {
        return UpgradeError.PATH_FILE.found(
                used ? Status.OK : Status.WARN,
                place,
                used
                        ? "Your path file is used for the step " + file + "; its SHA-256 is " + file.sha256() + "."
                        : "Your path file for the step " + file + " is no part of this upgrade.");
    }
}
