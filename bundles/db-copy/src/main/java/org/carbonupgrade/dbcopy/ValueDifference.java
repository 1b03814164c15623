package org.carbonupgrade.dbcopy;

import java.util.Objects;
import java.util.Optional;

/** One column of a row that differs, as text for people: quoted, large values shortened, secret ones hidden. Immutable. */
public final class ValueDifference {

    private final String column;
    private final String source;
    private final String target;

    /**
     * @param source what the source has, or null if it has no such row
     * @param target what the target has, or null if it has no such row
     */
    public ValueDifference(String column, String source, String target) {
        this.column = Objects.requireNonNull(column, "column");
        this.source = source;
        this.target = target;
    }

    public String column() {
        return column;
    }

    /** What the source has, {@code NULL} for no value; empty if it has no such row. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** What the target has, {@code NULL} for no value; empty if it has no such row. */
    public Optional<String> target() {
        return Optional.ofNullable(target);
    }

    @Override
    public String toString() {
        return column + ": " + source().orElse("-") + " / " + target().orElse("-");
    }
}
