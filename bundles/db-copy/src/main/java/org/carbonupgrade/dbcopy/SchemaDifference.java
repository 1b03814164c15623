package org.carbonupgrade.dbcopy;

/** A schema object that the two databases do not share. Immutable. */
public final class SchemaDifference {

    /** In which way it differs. */
    public enum Kind {
        /** The source has it, the target does not. */
        MISSING,
        /** The target has it, the source does not. */
        EXTRA,
        /** Both have it, defined differently. */
        CHANGED
    }

    private final Kind kind;
    private final String object;
    private final String name;
    private final String source;
    private final String target;

    /**
     * @param object what it is, such as {@code index}
     * @param source its definition in the source, or null
     * @param target its definition in the target, or null
     */
    public SchemaDifference(Kind kind, String object, String name, String source, String target) {
        this.kind = kind;
        this.object = object;
        this.name = name;
        this.source = source;
        this.target = target;
    }

    public Kind kind() {
        return kind;
    }

    /** What it is, such as {@code index} or {@code foreign key}. */
    public String object() {
        return object;
    }

    public String name() {
        return name;
    }

    /** Its definition in the source, or null if the source has none or it must not be shown. */
    public String source() {
        return source;
    }

    /** Its definition in the target, or null if the target has none or it must not be shown. */
    public String target() {
        return target;
    }

    @Override
    public String toString() {
        return kind + " " + object + " " + name;
    }
}
