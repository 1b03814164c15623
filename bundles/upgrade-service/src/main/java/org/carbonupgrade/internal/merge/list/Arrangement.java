package org.carbonupgrade.internal.merge.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.carbonupgrade.internal.merge.text.Ascending;

/**
 * Puts the entries of a merged list in order: as the new version has them, with the customer's additions beside the
 * neighbours that they have in the customer's list, and with what the customer moved where the customer moved it.
 */
public final class Arrangement<T> {

    private final Map<T, Integer> basePlaces;
    private final Map<T, Integer> oldPlaces;
    private final Map<T, Integer> freshPlaces;
    private final List<T> old;
    private final List<Triple<T>> all;
    private final List<Triple<T>> staying;
    private final Set<Triple<T>> moved = new HashSet<>();

    /**
     * @param all the joined entries, those of the base first and in its order
     * @param staying those that the result is to have, in any order
     */
    public Arrangement(List<T> base, List<T> old, List<T> fresh, List<Triple<T>> all, List<Triple<T>> staying) {
        this.old = old;
        this.all = all;
        this.basePlaces = places(base);
        this.oldPlaces = places(old);
        this.freshPlaces = places(fresh);
        this.staying = staying;
    }

    private static <T> Map<T, Integer> places(List<T> entries) {
        Map<T, Integer> places = new IdentityHashMap<>();
        for (T entry : entries) {
            places.put(entry, places.size());
        }
        return places;
    }

    /**
     * Finds what the customer moved, so that {@link #order()} moves it as well.
     *
     * @param movable whether an entry of the base can be moved at all
     * @param takeOld asked about an entry that the new version has moved too, to another neighbour: whether to move it
     *     as the customer did
     * @return the entries that will be moved
     */
    public Set<Triple<T>> findMoves(Predicate<T> movable, Predicate<Triple<T>> takeOld) {
        List<Triple<T>> everywhere = new ArrayList<>();
        for (Triple<T> triple : staying) {
            if (triple.isEverywhere() && movable.test(triple.base())) {
                everywhere.add(triple);
            }
        }
        everywhere.sort(Comparator.comparing(triple -> basePlaces.get(triple.base())));
        List<Triple<T>> byCustomer = outOfOrder(everywhere, triple -> oldPlaces.get(triple.old()));
        Set<Triple<T>> byNewVersion = new HashSet<>(outOfOrder(everywhere, triple -> freshPlaces.get(triple.fresh())));
        Map<Triple<T>, Triple<T>> before = neighbours(everywhere, triple -> oldPlaces.get(triple.old()));
        Map<Triple<T>, Triple<T>> beforeNow = neighbours(everywhere, triple -> freshPlaces.get(triple.fresh()));
        for (Triple<T> triple : byCustomer) {
            if (before.get(triple) != beforeNow.get(triple)
                    && (!byNewVersion.contains(triple) || takeOld.test(triple))) {
                moved.add(triple);
            }
        }
        return Collections.unmodifiableSet(moved);
    }

    private interface Place<T> {
        int of(Triple<T> triple);
    }

    private static <T> List<Triple<T>> outOfOrder(List<Triple<T>> inBaseOrder, Place<T> place) {
        int[] places = new int[inBaseOrder.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place.of(inBaseOrder.get(i));
        }
        List<Triple<T>> others = new ArrayList<>(inBaseOrder);
        int[] kept = Ascending.longest(places);
        for (int i = kept.length - 1; i >= 0; i--) {
            others.remove(kept[i]);
        }
        return others;
    }

    private static <T> Map<Triple<T>, Triple<T>> neighbours(List<Triple<T>> triples, Place<T> place) {
        List<Triple<T>> ordered = new ArrayList<>(triples);
        ordered.sort(Comparator.comparing(place::of));
        Map<Triple<T>, Triple<T>> before = new HashMap<>();
        for (int i = 1; i < ordered.size(); i++) {
            before.put(ordered.get(i), ordered.get(i - 1));
        }
        return before;
    }

    /** The entries that stay, in their order. */
    public List<Triple<T>> order() {
        Map<Triple<T>, Triple<T>> replaced =
                new Replacements<>(all, old, staying, triple -> freshPlaces.get(triple.fresh()), this::isAnchor).find();
        List<Triple<T>> anchors = new ArrayList<>(new LinkedHashSet<>(replaced.values()));
        List<Triple<T>> customers = new ArrayList<>();
        for (Triple<T> triple : staying) {
            if (isAnchor(triple)) {
                anchors.add(triple);
            }
            if (triple.old() != null) {
                customers.add(triple);
            }
        }
        anchors.sort(Comparator.comparing(triple -> freshPlaces.get(triple.fresh())));
        customers.sort(Comparator.comparing(triple -> oldPlaces.get(triple.old())));
        List<Triple<T>> ordered = new Placement<>(
                        anchors, customers, triple -> oldPlaces.get(triple.old()), this::isAnchor, replaced)
                .order();
        ordered.removeIf(new HashSet<>(replaced.values())::contains);
        return ordered;
    }

    private boolean isAnchor(Triple<T> triple) {
        return triple.fresh() != null && !moved.contains(triple);
    }
}
