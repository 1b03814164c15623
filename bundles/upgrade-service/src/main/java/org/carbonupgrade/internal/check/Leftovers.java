package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.step.Workplace;

/** Names what is never carried over: patches and service packs are made for the old version's plugins. */
final class Leftovers implements Prerequisite {

    /** Where Carbon keeps the plugins that its patches replaced. */
    private static final String ORIGINALS = "patch0000";

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (String place : new String[] {"repository/components/patches", "repository/components/servicepacks"}) {
            Path directory = workplace.oldHome().resolve(place);
            if (Files.isDirectory(directory)) {
                judge(directory, found);
            }
        }
    }

    private static void judge(Path directory, Consumer<Finding> found) {
        try (DirectoryStream<Path> patches = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (Path patch : patches) {
                String name = patch.getFileName().toString();
                if (!name.startsWith(".") && !name.equals(ORIGINALS)) {
                    found.accept(UpgradeError.PATCH_NOT_CARRIED.found(
                            Status.WARN, patch.toString(), "The patch is not carried to the new home."));
                }
            }
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(directory.toString(), "The directory cannot be read: " + e, e);
        }
    }
}
