package org.carbonupgrade.internal.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.internal.UpgradeError;

/** What the operator wants, understood and complete. Immutable; passwords are asked for when they are needed. */
public final class Plan {

    private final Path file;
    private final PlanFile written;
    private final Secrets secrets;
    private final Path oldHome;
    private final Path newHome;
    private final List<String> excluded;
    private final List<String> included;
    private final int jobs;
    private final Strategy strategy;
    private final NodeRole role;
    private final int verifyStores;
    private final int verifyUsers;
    private final int verifyTenants;

    private Plan(Path file, PlanFile written, Secrets secrets) {
        this.file = file;
        this.written = written;
        this.secrets = secrets;
        requireHomes();
        this.oldHome = path(PlanKey.OLD_HOME).get();
        this.newHome = path(PlanKey.NEW_HOME).orElseGet(() -> Paths.get(productHome()));
        this.excluded = patterns(PlanKey.ARTIFACTS_EXCLUDE);
        this.included = patterns(PlanKey.ARTIFACTS_INCLUDE);
        this.jobs = number(PlanKey.COPY_JOBS, 1, 64, 2);
        this.role = role();
        this.verifyStores = number(PlanKey.VERIFY_STORES, 1, 100, 2);
        this.verifyUsers = number(PlanKey.VERIFY_USERS, 1, 1000, 3);
        this.verifyTenants = number(PlanKey.VERIFY_TENANTS, 1, 100, 2);
        String how = value(PlanKey.COPY_STRATEGY).orElse(Strategies.DEFAULT);
        this.strategy = Strategies.parse(how).orElseThrow(() -> bad(PlanKey.COPY_STRATEGY, Strategies.unknown(how)));
    }

    /**
     * Reads a plan file.
     *
     * @throws org.carbonupgrade.UpgradeException if it can't be read, has an unknown key, lacks one, or has a value that makes no sense
     */
    public static Plan read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new Plan(absolute, PlanFile.read(absolute, PlanKey.values()), Secrets.ofProcess(absolute.getParent()));
    }

    public Path file() {
        return file;
    }

    public Path oldHome() {
        return oldHome;
    }

    public Path newHome() {
        return newHome;
    }

    /** The new version as downloaded, of which the new home is made if it is not there. */
    public Optional<Path> newPack() {
        return path(PlanKey.NEW_PACK);
    }

    /** What this node is in its cluster. */
    public NodeRole nodeRole() {
        return role;
    }

    /** Where the first node's upgrade is; there for an additional node. */
    public Optional<Path> firstNode() {
        return path(PlanKey.NODE_FIRST);
    }

    /** The old version as downloaded. */
    public Optional<Path> vanilla() {
        return path(PlanKey.OLD_VANILLA);
    }

    public Optional<Path> backupDirectory() {
        return path(PlanKey.BACKUP_DIR);
    }

    /** The backup that the operator made. */
    public Optional<Path> existingBackup() {
        return path(PlanKey.BACKUP_EXISTING);
    }

    /** Where to look for the programs that database servers come with, rather than everywhere. */
    public Optional<Path> backupTools() {
        return path(PlanKey.BACKUP_TOOLS);
    }

    /** The operator's own path files: one, or a directory of some. */
    public Optional<Path> pathFiles() {
        return path(PlanKey.PATH_FILES);
    }

    /** Patterns of artifacts that stay behind. */
    public List<String> excludedArtifacts() {
        return excluded;
    }

    /** Patterns of what is carried besides, or in spite of {@link #excludedArtifacts()}. */
    public List<String> includedArtifacts() {
        return included;
    }

    public int jobs() {
        return jobs;
    }

    public Strategy strategy() {
        return strategy;
    }

    public int verifyStores() {
        return verifyStores;
    }

    public int verifyUsers() {
        return verifyUsers;
    }

    public int verifyTenants() {
        return verifyTenants;
    }

    /** The names that any key of the plan gives: each must be a database of the old home. */
    public Set<String> databaseNames() {
        return written.names(
                PlanKey.STAGING_URL,
                PlanKey.STAGING_USERNAME,
                PlanKey.STAGING_PASSWORD,
                PlanKey.STAGING_DRIVER,
                PlanKey.OLD_PASSWORD,
                PlanKey.SHARED);
    }

    /** What the plan says of the staging database of a data source. Asks for its password if the plan says so. */
    public StagingEntry staging(String name) {
        return new StagingEntry(
                value(PlanKey.STAGING_URL, name).orElse(null),
                value(PlanKey.STAGING_USERNAME, name).orElse(null),
                value(PlanKey.STAGING_PASSWORD, name).orElse(null),
                value(PlanKey.STAGING_DRIVER, name).orElse(null));
    }

    /** The password of an old database that the old home's configuration does not show. */
    public Optional<String> oldPassword(String name) {
        return value(PlanKey.OLD_PASSWORD, name);
    }

    /** Whether both servers go on using this external database. */
    public boolean shared(String name) {
        return value(PlanKey.SHARED, name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Every key that the plan gives with its value, passwords hidden, for people. */
    public Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        written.values().forEach((key, value) -> shown.put(key, ShownValue.of(key, value)));
        return Collections.unmodifiableMap(shown);
    }

    /** The plan as it is kept with the upgrade's state: it means the same in any place, and no password stands in it. */
    public String copy() {
        return PlanCopy.of(written.values(), file.getParent());
    }

    private void requireHomes() {
        List<String> missing = new ArrayList<>();
        if (!value(PlanKey.OLD_HOME).isPresent()) {
            missing.add(PlanKey.OLD_HOME.key());
        }
        if (!value(PlanKey.NEW_HOME).isPresent() && productHome() == null) {
            missing.add(PlanKey.NEW_HOME.key());
        }
        if (!missing.isEmpty()) {
            throw UpgradeError.PLAN_KEY_MISSING.at(
                    file.toString(), "The plan lacks " + missing.stream().collect(Collectors.joining(" and ")) + ".");
        }
    }

    /** The server's own home, inside a product. */
    private static String productHome() {
        return System.getProperty("carbon.home");
    }

    private NodeRole role() {
        String word = value(PlanKey.NODE_ROLE).orElse(NodeRole.FIRST.word());
        NodeRole known = NodeRole.of(word)
                .orElseThrow(() -> bad(PlanKey.NODE_ROLE, "\"" + word + "\" is neither first nor additional."));
        if (known == NodeRole.ADDITIONAL && !value(PlanKey.NODE_FIRST).isPresent()) {
            throw UpgradeError.PLAN_KEY_MISSING.at(
                    file.toString(), "The plan of an additional node lacks " + PlanKey.NODE_FIRST.key() + ".");
        }
        return known;
    }

    private Optional<String> value(PlanKey key) {
        return written.value(key.key()).map(text -> secrets.resolve(key.key(), text));
    }

    private Optional<String> value(PlanKey key, String name) {
        return written.value(key.of(name)).map(text -> secrets.resolve(key.of(name), text));
    }

    private Optional<Path> path(PlanKey key) {
        try {
            return value(key).map(text -> file.getParent().resolve(text).normalize());
        } catch (InvalidPathException e) {
            throw bad(key, "The value is no path of this system.");
        }
    }

    private List<String> patterns(PlanKey key) {
        List<String> patterns = new ArrayList<>();
        for (String word : value(key).orElse("").split(",")) {
            String pattern = word.trim();
            if (pattern.startsWith("/") || pattern.matches("(?:.*/)?\\.\\.(?:/.*)?")) {
                throw bad(key, "\"" + pattern + "\" does not name a place in the home.");
            }
            if (!pattern.isEmpty()) {
                patterns.add(pattern);
            }
        }
        return Collections.unmodifiableList(patterns);
    }

    private int number(PlanKey key, int least, int most, int otherwise) {
        String text = value(key).orElse(String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(key, "\"" + text + "\" is not a number from " + least + " to " + most + ".");
    }

    private RuntimeException bad(PlanKey key, String what) {
        return UpgradeError.PLAN_VALUE.at(file + ", " + key.key(), what);
    }
}
