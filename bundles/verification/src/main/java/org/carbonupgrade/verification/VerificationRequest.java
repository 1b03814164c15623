package org.carbonupgrade.verification;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What to verify. Immutable; starts from {@link #defaults()}. */
public final class VerificationRequest {

    private static final VerificationRequest DEFAULTS = new VerificationRequest();

    private final String upgradeId;
    private final Settings settings;
    private final Expectations expectations;
    private final Set<String> tags;
    private final boolean readOnly;
    private final boolean forced;

    private VerificationRequest() {
        this(null, Settings.DEFAULTS, null, Collections.emptySet(), false, false);
    }

    private VerificationRequest(
            String upgradeId,
            Settings settings,
            Expectations expectations,
            Set<String> tags,
            boolean readOnly,
            boolean forced) {
        this.upgradeId = upgradeId;
        this.settings = Objects.requireNonNull(settings, "settings");
        this.expectations = expectations;
        this.tags = tags;
        this.readOnly = readOnly;
        this.forced = forced;
    }

    /** Asked for by no upgrade, with default settings, expecting nothing in particular: every check there is. */
    public static VerificationRequest defaults() {
        return DEFAULTS;
    }

    /** The same, asked for by this upgrade. */
    public VerificationRequest forUpgrade(String id) {
        Objects.requireNonNull(id, "id");
        return new VerificationRequest(id, settings, expectations, tags, readOnly, forced);
    }

    /** The same with these settings. */
    public VerificationRequest with(Settings changed) {
        return new VerificationRequest(upgradeId, changed, expectations, tags, readOnly, forced);
    }

    /** The same, expecting this of the migrated data. */
    public VerificationRequest expecting(Expectations expected) {
        Objects.requireNonNull(expected, "expected");
        return new VerificationRequest(upgradeId, settings, expected, tags, readOnly, forced);
    }

    /** The same, but only checks that have one of these tags; every check if there are none. */
    public VerificationRequest tagged(Collection<String> chosen) {
        Set<String> some = Collections.unmodifiableSet(new TreeSet<>(chosen));
        return new VerificationRequest(upgradeId, settings, expectations, some, readOnly, forced);
    }

    /** The same, but only checks that make nothing in the server: harmless on any server, also in production. */
    public VerificationRequest readOnly() {
        return new VerificationRequest(upgradeId, settings, expectations, tags, true, forced);
    }

    /**
     * The same, but things are made in the server even if its databases are not the staging databases of an upgrade. They are
     * removed in any case; what else goes on in the server meanwhile may be taken for a trace of them.
     */
    public VerificationRequest forced() {
        return new VerificationRequest(upgradeId, settings, expectations, tags, readOnly, true);
    }

    public Optional<String> upgradeId() {
        return Optional.ofNullable(upgradeId);
    }

    public Settings settings() {
        return settings;
    }

    /** What the server should hold; empty if nobody said. */
    public Optional<Expectations> expectations() {
        return Optional.ofNullable(expectations);
    }

    /** The tags of the checks to run, in alphabetical order; empty for all checks. Unmodifiable. */
    public Set<String> tags() {
        return tags;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public boolean isForced() {
        return forced;
    }

    /** Whether every check is asked for. The report of anything less proves less, and does not take the place of a whole one. */
    public boolean isWhole() {
        return tags.isEmpty() && !readOnly;
    }
}
