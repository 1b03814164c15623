package org.carbonupgrade.internal.state;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Something that an upgrade did. Immutable; holds no secret. */
public final class JournalEntry {

    /** What can be done. */
    public enum Event {
        /** The new home was made of the new version as it was downloaded. */
        HOME_UNPACKED,
        /** An upgrade was begun, with an id of its own. */
        UPGRADE_BEGUN,
        STEP_STARTED,
        STEP_ENDED,
        /** A backup is complete, or the operator named one. */
        BACKUP_MADE,
        /** Something of the new home was moved to {@code repository/upgrade/aside}. */
        SET_ASIDE,
        /** A file of the new home was written by the upgrade. */
        FILE_WRITTEN,
        /** The operator decided a conflict of the configuration. */
        DECIDED,
        /** A setting was changed so that staging can't act as production. */
        ISOLATED,
        /** Files that tell what the new version changed were read, each with its digest. */
        PATH_READ,
        /** A statement was run on a staging database. */
        SQL_RUN
    }

    private final Instant at;
    private final Event event;
    private final Map<String, String> facts;

    JournalEntry(Instant at, Event event, Map<String, String> facts) {
        this.at = Objects.requireNonNull(at, "at");
        this.event = Objects.requireNonNull(event, "event");
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Instant at() {
        return at;
    }

    public Event event() {
        return event;
    }

    /** What there is to say of it, by name; unmodifiable. */
    public Map<String, String> facts() {
        return facts;
    }

    /** A fact, or an empty text. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
