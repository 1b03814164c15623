package org.carbonupgrade.internal.merge.text;

/** One place where two sequences differ: the lines {@code from..to} of the one stand for {@code otherFrom..otherTo} of the other. */
public final class Hunk {

    private final int from;
    private final int to;
    private final int otherFrom;
    private final int otherTo;

    Hunk(int from, int to, int otherFrom, int otherTo) {
        this.from = from;
        this.to = to;
        this.otherFrom = otherFrom;
        this.otherTo = otherTo;
    }

    /** The first differing line of the one, counted from 0. */
    public int from() {
        return from;
    }

    /** The line after the last differing one of the one. */
    public int to() {
        return to;
    }

    public int otherFrom() {
        return otherFrom;
    }

    public int otherTo() {
        return otherTo;
    }

    Hunk plus(int lines, int otherLines) {
        return new Hunk(from + lines, to + lines, otherFrom + otherLines, otherTo + otherLines);
    }

    boolean onlyRemoves() {
        return otherFrom == otherTo;
    }

    boolean onlyAdds() {
        return from == to;
    }

    @Override
    public String toString() {
        return from + "," + to + " -> " + otherFrom + "," + otherTo;
    }
}
