package org.carbonupgrade.internal.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.internal.UpgradeError;

/** Two databases to copy or compare without an upgrade, as a small plan names them. Immutable; passwords are asked for when needed. */
public final class PairPlan {

    private final Path file;
    private final PlanFile written;
    private final Secrets secrets;
    private final int jobs;
    private final Strategy strategy;

    private PairPlan(Path file, PlanFile written, Secrets secrets) {
        this.file = file;
        this.written = written;
        this.secrets = secrets;
        requireUrls();
        this.jobs = number(PairKey.JOBS, 2);
        String how = text(PairKey.STRATEGY).orElse(Strategies.DEFAULT);
        this.strategy = Strategies.parse(how).orElseThrow(() -> bad(PairKey.STRATEGY, Strategies.unknown(how)));
    }

    /**
     * Reads a plan file.
     *
     * @throws org.carbonupgrade.UpgradeException if it can't be read, has an unknown key, lacks one, or has a value that makes no sense
     */
    public static PairPlan read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new PairPlan(
                absolute, PlanFile.read(absolute, PairKey.values()), Secrets.ofProcess(absolute.getParent()));
    }

    public Path file() {
        return file;
    }

    /** Relative paths of the plan, also those within URLs, start here. */
    public Path directory() {
        return file.getParent();
    }

    /** What the two are called together: the file's name without its ending. */
    public String name() {
        return file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
    }

    public int jobs() {
        return jobs;
    }

    /** How copydb copies. */
    public Strategy strategy() {
        return strategy;
    }

    /** Asks for a password if the plan says so. */
    public Optional<String> text(PairKey key) {
        return written.value(key.key()).map(text -> secrets.resolve(key.key(), text));
    }

    public Optional<Path> path(PairKey key) {
        try {
            return text(key).map(text -> directory().resolve(text).normalize());
        } catch (InvalidPathException e) {
            throw bad(key, "The value is no path of this system.");
        }
    }

    /** The refusal of a value. */
    public RuntimeException bad(PairKey key, String what) {
        return UpgradeError.PLAN_VALUE.at(file + ", " + key.key(), what);
    }

    private void requireUrls() {
        String missing = Stream.of(PairKey.OLD_URL, PairKey.STAGING_URL)
                .filter(key -> !written.value(key.key()).isPresent())
                .map(PairKey::key)
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw UpgradeError.PLAN_KEY_MISSING.at(file.toString(), "The plan lacks " + missing + ".");
        }
    }

    private int number(PairKey key, int otherwise) {
        String text = text(key).orElse(String.valueOf(otherwise));
        return Jobs.parse(text).orElseThrow(() -> bad(key, "\"" + text + "\" is not a number from 1 to 64."));
    }
}
