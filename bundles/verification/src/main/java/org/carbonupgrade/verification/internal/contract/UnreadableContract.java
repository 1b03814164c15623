package org.carbonupgrade.verification.internal.contract;

import java.util.Optional;

/** The contract file is no contract; the message says what is wrong with it. */
public final class UnreadableContract extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String upgradeId;

    UnreadableContract(String message) {
        this(message, null);
    }

    UnreadableContract(String message, String upgradeId) {
        super(message);
        this.upgradeId = upgradeId;
    }

    /** The upgrade that wrote it, as far as that can be told: it waits for an answer. */
    public Optional<String> upgradeId() {
        return Optional.ofNullable(upgradeId);
    }
}
