package org.carbonupgrade.internal.merge.list;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which entry of one list is which entry of another: one to one, by object identity. */
public final class Pairs<T> {

    private final Map<T, T> rights = new IdentityHashMap<>();
    private final Map<T, T> lefts = new IdentityHashMap<>();

    /** Notes that two entries, neither of them paired yet, are the same. */
    public void put(T left, T right) {
        if (rights.put(left, right) != null || lefts.put(right, left) != null) {
            throw new IllegalStateException("paired twice");
        }
    }

    /** Gives the partner of one entry of the left list to another one. */
    void move(T left, T otherLeft) {
        T right = rights.remove(left);
        lefts.remove(right);
        put(otherLeft, right);
    }

    /** The partner of an entry of the left list, or null. */
    public T right(T left) {
        return rights.get(left);
    }

    /** The partner of an entry of the right list, or null. */
    public T left(T right) {
        return lefts.get(right);
    }

    /** The entries of the left list that have no partner. */
    public List<T> unpairedLeft(List<T> left) {
        return without(left, rights);
    }

    /** The entries of the right list that have no partner. */
    public List<T> unpairedRight(List<T> right) {
        return without(right, lefts);
    }

    private static <T> List<T> without(List<T> entries, Map<T, T> paired) {
        List<T> unpaired = new ArrayList<>();
        for (T entry : entries) {
            if (!paired.containsKey(entry)) {
                unpaired.add(entry);
            }
        }
        return unpaired;
    }
}
