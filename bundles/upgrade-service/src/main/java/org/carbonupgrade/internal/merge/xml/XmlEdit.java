package org.carbonupgrade.internal.merge.xml;

import java.util.Objects;

/**
 * One edit of an XML file with all that is needed to take it back, also later and from another process: write down the
 * five parts, make it again from them, and give it to {@link XmlEditor#undo}.
 *
 * <p>{@link #before} and {@link #after} are XML as written and may hold secrets; {@link #toString} does not.
 */
public final class XmlEdit {

    /** What was edited. */
    public enum Kind {
        /** What is inside an element. */
        CONTENT,
        /** An attribute; {@code null} stands for none. */
        ATTRIBUTE,
        /** Something was put into an element. */
        INSERTION,
        /** Something was taken out of an element. */
        REMOVAL
    }

    private final Kind kind;
    private final String path;
    private final int index;
    private final String before;
    private final String after;

    /**
     * @param path the element, or for insertions and removals the one around it; for an attribute ending in its name
     * @param index for insertions and removals, how many nodes stand before it; else 0
     * @param before the XML that was there; null if nothing was
     * @param after the XML that is there; null if nothing is
     */
    public XmlEdit(Kind kind, String path, int index, String before, String after) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.path = Objects.requireNonNull(path, "path");
        this.index = index;
        this.before = before;
        this.after = after;
    }

    public Kind kind() {
        return kind;
    }

    /** Where the edit is, as it is called after the edit. */
    public String path() {
        return path;
    }

    public int index() {
        return index;
    }

    /** The XML that was there, as written; may hold a secret. */
    public String before() {
        return before;
    }

    /** The XML that is there now, as written; may hold a secret. */
    public String after() {
        return after;
    }

    @Override
    public String toString() {
        return kind + " " + path;
    }
}
