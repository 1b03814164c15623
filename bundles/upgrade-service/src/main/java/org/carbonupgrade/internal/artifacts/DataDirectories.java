package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.Aside;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Directories whose files are one thing, such as the embedded LDAP server's: files of two of them side by side are neither. The old
 * home's is carried whole, and another one that the new home has in its place is set aside whole.
 */
final class DataDirectories {

    private final StepRun run;
    private final CarbonHome newHome;

    DataDirectories(StepRun run) {
        this.run = run;
        this.newHome = run.workplace().newHome();
    }

    /** @param relative the path of a directory of the old home, from there; those right below the tree's root are whole ones */
    void makeRoomFor(Path directory, String relative) throws IOException {
        Path there = newHome.resolve(relative);
        if (relative.split("/").length != Carried.DATA.split("/").length + 1 || !hasAnother(directory, there)) {
            return;
        }
        Workplace workplace = run.workplace();
        Path kept = new Aside(newHome, workplace.state(), workplace.journal()).move(there);
        run.found(UpgradeError.ARTIFACT_REPLACED.found(
                Status.OK, there.toString(), "Your data replaces the new home's, which is kept as " + kept + "."));
    }

    /** A part of the old home's is what an earlier run came to before it was killed. */
    private static boolean hasAnother(Path old, Path there) throws IOException {
        if (!Files.isDirectory(there)) {
            return false;
        }
        boolean[] another = new boolean[1];
        Files.walkFileTree(there, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                another[0] = !FileCopy.isPart(file)
                        && attributes.isRegularFile()
                        && !SameContent.of(old.resolve(there.relativize(file)), file);
                return another[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return another[0];
    }
}
