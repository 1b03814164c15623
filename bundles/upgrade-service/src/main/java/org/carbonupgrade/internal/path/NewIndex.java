package org.carbonupgrade.internal.path;

/** An index that the old version did not make. Immutable. */
public final class NewIndex {

    private final String name;
    private final String place;

    NewIndex(String name, String place) {
        this.name = name;
        this.place = place;
    }

    public String name() {
        return name;
    }

    /** {@code TABLE(COLUMNS)}. */
    public String place() {
        return place;
    }

    @Override
    public String toString() {
        return name + " ON " + place;
    }
}
