package org.carbonupgrade.internal.merge.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Finds what the customer wrote where something else stood that the customer took out: an element for its comment, a
 * comment for its element. Both stand behind the same entry, the one in the customer's list, the other in the base.
 */
final class Replacements<T> {

    private final List<Triple<T>> all;
    private final List<T> old;
    private final Set<Triple<T>> staying;
    private final ToIntFunction<Triple<T>> freshPlace;
    private final Predicate<Triple<T>> isAnchor;

    Replacements(
            List<Triple<T>> all,
            List<T> old,
            List<Triple<T>> staying,
            ToIntFunction<Triple<T>> freshPlace,
            Predicate<Triple<T>> isAnchor) {
        this.all = all;
        this.old = old;
        this.staying = new HashSet<>(staying);
        this.freshPlace = freshPlace;
        this.isAnchor = isAnchor;
    }

    /** From the additions to the entries, gone but with a place in the new version's list, that they stand for. */
    Map<Triple<T>, Triple<T>> find() {
        Map<T, Triple<T>> byOld = new IdentityHashMap<>();
        all.stream().filter(triple -> triple.old() != null).forEach(triple -> byOld.put(triple.old(), triple));
        int[] nextAnchors = nextAnchors(byOld);
        Map<T, Triple<T>> takenOut = takenOut();
        Map<Triple<T>, Triple<T>> replaced = new LinkedHashMap<>();
        Triple<T> candidate = takenOut.get(null);
        int lastAnchor = -1;
        for (int i = 0; i < old.size(); i++) {
            Triple<T> triple = byOld.get(old.get(i));
            candidate = triple.base() == null ? candidate : takenOut.get(old.get(i));
            if (staying.contains(triple) && isAnchor.test(triple)) {
                lastAnchor = freshPlace.applyAsInt(triple);
            } else if (candidate != null && triple.base() == null && staying.contains(triple)) {
                int place = freshPlace.applyAsInt(candidate);
                if (lastAnchor < place && place < nextAnchors[i]) {
                    replaced.put(triple, candidate);
                }
            }
        }
        return replaced;
    }

    /** The first entry that the customer took out behind each entry that the customer has; at the start under null. */
    private Map<T, Triple<T>> takenOut() {
        Map<T, Triple<T>> takenOut = new HashMap<>();
        T behind = null;
        for (Triple<T> triple : all) {
            if (triple.base() != null && triple.old() != null) {
                behind = triple.old();
            } else if (triple.base() != null && triple.fresh() != null && !staying.contains(triple)) {
                takenOut.putIfAbsent(behind, triple);
            }
        }
        return takenOut;
    }

    /** For every entry of the customer's list, where the next one that keeps its place stands in the new version's. */
    private int[] nextAnchors(Map<T, Triple<T>> byOld) {
        int[] places = new int[old.size()];
        int next = Integer.MAX_VALUE;
        for (int i = old.size() - 1; i >= 0; i--) {
            places[i] = next;
            Triple<T> triple = byOld.get(old.get(i));
            next = staying.contains(triple) && isAnchor.test(triple) ? freshPlace.applyAsInt(triple) : next;
        }
        return places;
    }
}
