package org.carbonupgrade;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of an upgrade, in their order. */
public enum StepName {
    CHECK("judges every prerequisite, changes nothing"),
    BACKUP("archives the old home and its databases"),
    COPY("copies every old database to its staging database"),
    COMPARE("compares old and staging databases, row by row"),
    SCHEMA("holds the staged schema against the new version's scripts"),
    CONFIGURE("merges the configuration into the new home, isolated from production"),
    ARTIFACTS("carries deployed artifacts, tenants, key stores and drivers over"),
    INSTALL("puts the verification into the new home"),
    VERIFY("proves the started new server");

    private final String purpose;

    StepName(String purpose) {
        this.purpose = purpose;
    }

    /** What it does, in a few words that follow its name. */
    public String purpose() {
        return purpose;
    }

    /** The word for it in commands, plans, the journal and file names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step with this word, if there is one. */
    public static Optional<StepName> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
