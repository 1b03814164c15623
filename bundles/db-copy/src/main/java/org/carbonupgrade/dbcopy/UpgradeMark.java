package org.carbonupgrade.dbcopy;

import java.util.Objects;

/** What the marker table of a staging database says: whose copy it is, of what, and how far. Immutable. */
public final class UpgradeMark {

    /** How far a staging database has come. */
    public enum Phase {
        /** Rows are being copied, or the copy was interrupted. */
        COPYING,
        /** The copy is complete. */
        COPIED,
        /** It has become the production database: nothing may be copied into it any more. */
        PROMOTED
    }

    private final String upgradeId;
    private final String source;
    private final Phase phase;

    public UpgradeMark(String upgradeId, String source, Phase phase) {
        this.upgradeId = Objects.requireNonNull(upgradeId, "upgradeId");
        this.source = Objects.requireNonNull(source, "source");
        this.phase = Objects.requireNonNull(phase, "phase");
    }

    /** The upgrade that the copy belongs to. */
    public String upgradeId() {
        return upgradeId;
    }

    /** The identity of the database copied, as {@link DatabaseInfo#identity()} tells it. */
    public String source() {
        return source;
    }

    public Phase phase() {
        return phase;
    }
}
