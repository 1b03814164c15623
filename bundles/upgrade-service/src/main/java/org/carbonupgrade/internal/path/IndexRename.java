package org.carbonupgrade.internal.path;

/** An index that the new version makes with the same columns under another name. Immutable. */
public final class IndexRename {

    private final String from;
    private final String to;

    IndexRename(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** Its name in the old version. */
    public String from() {
        return from;
    }

    /** Its name in the new version. */
    public String to() {
        return to;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
