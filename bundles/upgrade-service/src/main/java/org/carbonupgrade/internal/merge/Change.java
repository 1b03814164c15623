package org.carbonupgrade.internal.merge;

import java.util.Objects;

/** One difference between the new version's file and the result, explained. Never holds a secret. */
public final class Change {

    private final String path;
    private final ChangeKind kind;
    private final String description;
    private final String reason;

    /**
     * @param path the place in the file; empty for the whole file
     * @param description what is different, for people; secrets blotted out
     * @param reason why the merge did so
     */
    public Change(String path, ChangeKind kind, String description, String reason) {
        this.path = Objects.requireNonNull(path, "path");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.description = Objects.requireNonNull(description, "description");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** The place in the file: an element's or attribute's path, a key, lines; empty for the whole file. */
    public String path() {
        return path;
    }

    public ChangeKind kind() {
        return kind;
    }

    /** What is different, for people. */
    public String description() {
        return description;
    }

    /** Why the merge did so. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return kind + " " + path + ": " + description + " (" + reason + ")";
    }
}
