package org.carbonupgrade.verification;

import java.util.Objects;
import java.util.Optional;

/** What to verify. Immutable; starts from {@link #defaults()}. */
public final class VerificationRequest {

    private static final VerificationRequest DEFAULTS = new VerificationRequest(null, Settings.DEFAULTS, null);

    private final String upgradeId;
    private final Settings settings;
    private final Expectations expectations;

    private VerificationRequest(String upgradeId, Settings settings, Expectations expectations) {
        this.upgradeId = upgradeId;
        this.settings = Objects.requireNonNull(settings, "settings");
        this.expectations = expectations;
    }

    /** Asked for by no upgrade, with default settings, expecting nothing in particular. */
    public static VerificationRequest defaults() {
        return DEFAULTS;
    }

    /** The same, asked for by this upgrade. */
    public VerificationRequest forUpgrade(String id) {
        return new VerificationRequest(Objects.requireNonNull(id, "id"), settings, expectations);
    }

    /** The same with these settings. */
    public VerificationRequest with(Settings changed) {
        return new VerificationRequest(upgradeId, changed, expectations);
    }

    /** The same, expecting this of the migrated data. */
    public VerificationRequest expecting(Expectations expected) {
        return new VerificationRequest(upgradeId, settings, Objects.requireNonNull(expected, "expected"));
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
}
