package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.Aside;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Carries single files of the old home into the new one: links stay links, modes, times and owners are kept, no file ever has its
 * name before it has its content, and what was copied is read back.
 */
final class FileCarrier {

    private final Decider decider;
    private final UserStoreLayer userStores;
    private final TrustStores trustStores;
    private final Copies copies;
    private final CarriedList list;
    private final StepRun run;
    private final CarbonHome oldHome;
    private final Aside aside;
    private final LaidAside laidAside;
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private long bytes;
    private boolean copying;

    FileCarrier(
            Decider decider,
            UserStoreLayer userStores,
            TrustStores trustStores,
            Copies copies,
            CarriedList list,
            StepRun run) {
        Workplace workplace = run.workplace();
        this.decider = decider;
        this.userStores = userStores;
        this.trustStores = trustStores;
        this.copies = copies;
        this.list = list;
        this.run = run;
        this.oldHome = workplace.oldHome();
        this.aside = new Aside(workplace.newHome(), workplace.state(), workplace.journal());
        this.laidAside = new LaidAside(aside, workplace.journal());
    }

    /** How many files came to each decision. */
    Map<Decision, Long> decisions() {
        return Collections.unmodifiableMap(decisions);
    }

    /** How much was written. */
    long bytes() {
        return bytes;
    }

    /** Waits until all that was given to it is carried. */
    void await() throws IOException {
        if (copying) {
            copies.await();
            copying = false;
        }
    }

    /** @param relative the file's path from the old home, with slashes */
    void carry(Path file, String relative, Path target, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(target.getParent());
        Optional<byte[]> rewritten = Files.isRegularFile(file) ? userStores.changed(file) : Optional.empty();
        Decision decision = rewritten.isPresent()
                ? rewrite(file, target, rewritten.get())
                : decide(file, relative, target, attributes);
        decisions.merge(decision, 1L, Long::sum);
        run.listener().done(1, attributes.isRegularFile() ? attributes.size() : 0);
    }

    private Decision decide(Path file, String relative, Path target, BasicFileAttributes attributes)
            throws IOException {
        Decision decision = decider.decide(file, target, relative);
        switch (decision) {
            case COPY:
                copy(file, target, attributes, true);
                break;
            case EQUAL:
                note(target);
                break;
            case REPLACE:
                replace(
                        file,
                        target,
                        attributes,
                        UpgradeError.ARTIFACT_REPLACED,
                        Status.OK,
                        "Your changed file replaces");
                break;
            case KEY_STORE:
                replace(
                        file,
                        target,
                        attributes,
                        UpgradeError.KEY_STORE_CARRIED,
                        Status.WARN,
                        "Your key store replaces");
                break;
            case KEEP_BOTH:
                if (trustStores.isOne(file)) {
                    return mergeTrust(file, relative, target, attributes);
                }
                layAside(file, target, attributes);
                break;
            default:
                break;
        }
        return decision;
    }

    /** The new version's is kept aside, and that is said. */
    private void replace(
            Path file, Path target, BasicFileAttributes attributes, UpgradeError code, Status status, String what)
            throws IOException {
        Path kept = aside.copy(target);
        copy(file, target, attributes, false);
        run.found(code.found(status, target.toString(), what + " the new version's, which is kept as " + kept + "."));
    }

    private void layAside(Path file, Path target, BasicFileAttributes attributes) throws IOException {
        Optional<Path> before = laidAside.find(file, target);
        Path laid = before.isPresent() ? before.get() : laidAside.reserve(target);
        if (before.isPresent()) {
            note(laid);
        } else {
            Files.createDirectories(laid.getParent());
            copy(file, laid, attributes, false);
        }
        run.found(UpgradeError.ARTIFACT_KEPT.found(
                Status.WARN,
                target.toString(),
                "Old and new home have different files here; the new one's stays, the old one's is at " + laid + "."));
    }

    /** Where it can't be opened, the customer's stays whole: the carried configuration has the password of that one. */
    private Decision mergeTrust(Path file, String relative, Path target, BasicFileAttributes attributes)
            throws IOException {
        Optional<TrustStores.Merged> merged = trustStores.merge(file, target, relative);
        if (!merged.isPresent()) {
            replace(
                    file,
                    target,
                    attributes,
                    UpgradeError.TRUST_STORE_CLOSED,
                    Status.WARN,
                    "The two trust stores cannot be opened to be merged, or hold keys; yours replaces");
            return Decision.REPLACE;
        }
        if (merged.get().changed()) {
            aside.copy(target);
            write(target, merged.get().content(), file);
            run.found(UpgradeError.TRUST_STORE_MERGED.found(
                    merged.get().judgement(), target.toString(), merged.get().description()));
        } else {
            note(target);
        }
        return Decision.MERGE;
    }

    /** A user store's file is not carried as it is: the database that it names is another one now. */
    private Decision rewrite(Path file, Path target, byte[] content) throws IOException {
        if (Files.isRegularFile(target) && Arrays.equals(content, Files.readAllBytes(target))) {
            note(target);
            return Decision.EQUAL;
        }
        if (Files.exists(target)) {
            aside.copy(target);
        }
        write(target, content, file);
        return Decision.REWRITE;
    }

    private void write(Path target, byte[] content, Path model) throws IOException {
        Durable.write(target, content, model);
        bytes += content.length;
        list.add(target, DigestUtils.sha256Hex(content));
    }

    private void note(Path there) throws IOException {
        if (Files.isRegularFile(there) && !Files.isSymbolicLink(there)) {
            copies.note(there);
            copying = true;
        }
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
}
