package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.Aside;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Carries one tree of the old home into the new one: links stay links, modes, times and owners are kept, no file ever has its
 * name before it has its content, and what was copied is read back.
 */
final class TreeCarrier extends SimpleFileVisitor<Path> {

    private final Carried tree;
    private final Selection selection;
    private final Decider decider;
    private final UserStoreLayer userStores;
    private final TrustStores trustStores;
    private final StepRun run;
    private final CarbonHome oldHome;
    private final CarbonHome newHome;
    private final Aside aside;
    private final UpgradeListener listener;
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private final Copies copies;
    private long bytes;
    private boolean copying;

    TreeCarrier(
            Carried tree,
            Patterns patterns,
            Decider decider,
            UserStoreLayer userStores,
            TrustStores trustStores,
            Copies copies,
            StepRun run) {
        Workplace workplace = run.workplace();
        this.tree = tree;
        this.selection = new Selection(tree, patterns);
        this.decider = decider;
        this.userStores = userStores;
        this.trustStores = trustStores;
        this.copies = copies;
        this.run = run;
        this.oldHome = workplace.oldHome();
        this.newHome = workplace.newHome();
        this.aside = new Aside(newHome, workplace.state(), workplace.journal());
        this.listener = run.listener();
    }

    /** Carries it, if the old home has it. */
    void carry() {
        Path root = tree.in(oldHome);
        if (!Files.isDirectory(root)) {
            return;
        }
        listener.part(tree.isHome() ? "included files" : tree.directory(), "files");
        try {
            // The root itself may be a link, to a disk that servers share: what it leads to is carried, not the link.
            Files.walkFileTree(root.resolve("."), this);
        } catch (IOException e) {
            throw UpgradeError.ARTIFACT_WRITE.at(root.toString(), "The directory cannot be carried over: " + e, e);
        }
    }

    /** How many files came to each decision. */
    Map<Decision, Long> decisions() {
        return decisions;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        String relative = relative(directory.normalize());
        if (!selection.enters(relative)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!newHome.holds(target(directory))) {
            run.found(UpgradeError.NEW_HOME_LINK.found(
                    Status.FAIL,
                    target(directory).toString(),
                    "A link leads out of the new home; nothing is written there."));
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (selection.makes(relative)) {
            Files.createDirectories(target(directory));
            FileCopy.clear(target(directory), Copies.WORKERS);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Modes and times last: a directory may be read-only, and files that go into it change its time. */
    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (copying) {
            copies.await();
            copying = false;
        }
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
            carry(file, attributes);
        } catch (NoSuchFileException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            run.found(Copies.vanished(file.normalize()));
        }
    }

    private void carry(Path visited, BasicFileAttributes attributes) throws IOException {
        Path file = visited.normalize();
        Path target = target(file);
        Files.createDirectories(target.getParent());
        Optional<byte[]> rewritten = Files.isRegularFile(file) ? userStores.changed(file) : Optional.empty();
        if (rewritten.isPresent()) {
            decided(rewrite(file, target, rewritten.get()));
        } else {
            decided(carry(file, target, attributes));
        }
        listener.done(1, attributes.isRegularFile() ? attributes.size() : 0);
    }

    private Decision carry(Path file, Path target, BasicFileAttributes attributes) throws IOException {
        Decision decision = decider.decide(file, target, relative(file));
        switch (decision) {
            case COPY:
                copy(file, target, attributes, true);
                break;
            case REPLACE:
                Path replaced = replace(file, target, attributes);
                run.found(UpgradeError.ARTIFACT_REPLACED.found(
                        Status.OK,
                        target.toString(),
                        "Your changed file replaces the new version's, which is kept as " + replaced + "."));
                break;
            case KEY_STORE:
                Path unused = replace(file, target, attributes);
                run.found(UpgradeError.KEY_STORE_CARRIED.found(
                        Status.WARN,
                        target.toString(),
                        "Your key store replaces the new version's, which is kept as " + unused + "."));
                break;
            case KEEP_BOTH:
                if (trustStores.isOne(file)) {
                    return mergeTrust(file, target, attributes);
                }
                Path laid = aside.reserve(target, "old");
                Files.createDirectories(laid.getParent());
                copy(file, laid, attributes, false);
                run.found(UpgradeError.ARTIFACT_KEPT.found(
                        Status.WARN,
                        target.toString(),
                        "Old and new home have different files here; the new one's stays, the old one's is at " + laid
                                + "."));
                break;
            default:
                break;
        }
        return decision;
    }

    private Path replace(Path file, Path target, BasicFileAttributes attributes) throws IOException {
        Path kept = aside.copy(target);
        copy(file, target, attributes, false);
        return kept;
    }

    /** Where it can't be opened, the customer's stays whole: the carried configuration has the password of that one. */
    private Decision mergeTrust(Path file, Path target, BasicFileAttributes attributes) throws IOException {
        Optional<TrustStores.Merged> merged = trustStores.merge(file, target, relative(file));
        if (!merged.isPresent()) {
            Path kept = replace(file, target, attributes);
            run.found(UpgradeError.TRUST_STORE_CLOSED.found(
                    Status.WARN,
                    target.toString(),
                    "The two trust stores cannot be opened to be merged, or hold keys; yours replaces the new version's,"
                            + " which is kept as " + kept + "."));
            return Decision.REPLACE;
        }
        if (merged.get().changed()) {
            aside.copy(target);
            Durable.write(target, merged.get().content(), file);
            bytes += merged.get().content().length;
            run.found(UpgradeError.TRUST_STORE_MERGED.found(
                    merged.get().judgement(), target.toString(), merged.get().description()));
        }
        return Decision.MERGE;
    }

    /** A user store's file is not carried as it is: the database that it names is another one now. */
    private Decision rewrite(Path file, Path target, byte[] content) throws IOException {
        if (Files.isRegularFile(target) && Arrays.equals(content, Files.readAllBytes(target))) {
            return Decision.EQUAL;
        }
        if (Files.exists(target)) {
            aside.copy(target);
        }
        Durable.write(target, content, file);
        bytes += content.length;
        return Decision.REWRITE;
    }

    private void decided(Decision decision) {
        decisions.merge(decision, 1L, Long::sum);
    }

    /** Others go on meanwhile where the name is free; where it is not, the next run must not find half of two decisions. */
    private void copy(Path file, Path target, BasicFileAttributes attributes, boolean later) throws IOException {
        if (attributes.isSymbolicLink()) {
            reportOutside(file);
        }
        if (later) {
            copies.later(file, target);
            copying = true;
        } else {
            copies.now(file, target);
        }
        bytes += attributes.isRegularFile() ? attributes.size() : 0;
    }

    /** A link is carried as it is: where it leads out of the home, both homes use the same file. */
    private void reportOutside(Path link) throws IOException {
        Path to = link.getParent().resolve(Files.readSymbolicLink(link)).normalize();
        if (!to.startsWith(oldHome.path())) {
            run.found(UpgradeError.ARTIFACT_LINK_OUTSIDE.found(
                    Status.WARN,
                    link.toString(),
                    "The link leads out of the home, to " + to + "; both homes now use that."));
        } else if (Files.readSymbolicLink(link).isAbsolute()) {
            run.found(UpgradeError.ARTIFACT_LINK_OLD.found(
                    Status.WARN, link.toString(), "The link names a file of the old home, " + to + "."));
        }
    }

    private String relative(Path file) {
        return oldHome.path().relativize(file).toString().replace('\\', '/');
    }

    private Path target(Path file) {
        return newHome.path().resolve(oldHome.path().relativize(file.normalize()));
    }
}
