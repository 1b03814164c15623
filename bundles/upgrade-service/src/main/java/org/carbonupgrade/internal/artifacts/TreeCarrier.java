package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.step.StepRun;

/** Walks one tree of the old home and gives what is to be carried to a {@link FileCarrier}; directories keep modes, times and owners. */
final class TreeCarrier extends SimpleFileVisitor<Path> {

    private final Carried tree;
    private final Selection selection;
    private final FileCarrier files;
    private final DataDirectories data;
    private final UserStoreLayer userStores;
    private final StepRun run;
    private final CarbonHome oldHome;
    private final CarbonHome newHome;

    TreeCarrier(Carried tree, Patterns patterns, FileCarrier files, UserStoreLayer userStores, StepRun run) {
        this.tree = tree;
        this.selection = new Selection(tree, patterns);
        this.files = files;
        this.data = new DataDirectories(run);
        this.userStores = userStores;
        this.run = run;
        this.oldHome = run.workplace().oldHome();
        this.newHome = run.workplace().newHome();
    }

    /** Carries it, if the old home has it. */
    void carry() {
        Path root = tree.in(oldHome);
        if (!Files.isDirectory(root)) {
            return;
        }
        run.listener().part(tree.isHome() ? "included files" : tree.directory(), "files");
        try {
            // The root itself may be a link, to a disk that servers share: what it leads to is carried, not the link.
            Files.walkFileTree(root.resolve("."), this);
        } catch (IOException e) {
            throw UpgradeError.ARTIFACT_WRITE.at(root.toString(), "The directory cannot be carried over: " + e, e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        String relative = relative(directory.normalize());
        if (!selection.enters(relative)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        Optional<Finding> obstacle = obstacle(target(directory));
        if (obstacle.isPresent()) {
            run.found(obstacle.get());
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (tree.isData()) {
            data.makeRoomFor(directory.normalize(), relative);
        }
        if (selection.makes(relative)) {
            Files.createDirectories(target(directory));
            FileCopy.clear(target(directory), Copies.WORKERS);
        }
        return FileVisitResult.CONTINUE;
    }

    /** What keeps a directory from being carried to a place, if anything does; all others are carried. */
    private Optional<Finding> obstacle(Path target) {
        if (!newHome.holds(target)) {
            return Optional.of(UpgradeError.NEW_HOME_LINK.found(
                    Status.FAIL, target.toString(), "A link leads out of the new home; nothing is written there."));
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
            return Optional.of(
                    UpgradeError.ARTIFACT_WRITE.found(
                            Status.FAIL,
                            target.toString(),
                            "The old home has a directory here and the new home has none, but a file; nothing is written there."));
        }
        return Optional.empty();
    }

    /** Modes and times last: a directory may be read-only, and files that go into it change its time. */
    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        files.await();
        if (selection.makes(relative(directory.normalize()))) {
            Attributes.copy(directory, target(directory));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (!(failure instanceof NoSuchFileException)) {
            throw failure;
        }
        run.found(Copies.vanished(file.normalize()));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink() && userStores.isIn(file.normalize())) {
            Files.walkFileTree(file.resolve("."), this);
        } else if (attributes.isOther()) {
            run.found(UpgradeError.ARTIFACT_SPECIAL.found(
                    Status.WARN, file.normalize().toString(), "A special file is not carried over."));
        } else if (selection.takes(relative(file.normalize()))) {
            carryIfThere(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void carryIfThere(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            Path normal = file.normalize();
            files.carry(normal, relative(normal), target(normal), attributes);
        } catch (NoSuchFileException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            run.found(Copies.vanished(file.normalize()));
        }
    }

    private String relative(Path file) {
        return oldHome.path().relativize(file).toString().replace('\\', '/');
    }

    private Path target(Path file) {
        return newHome.path().resolve(oldHome.path().relativize(file.normalize()));
    }
}
