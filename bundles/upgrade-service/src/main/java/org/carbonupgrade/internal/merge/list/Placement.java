package org.carbonupgrade.internal.merge.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Puts entries between others that have their place already, each beside its nearest neighbour in another list. */
final class Placement<T> {

    private final List<Triple<T>> anchors;
    private final List<Triple<T>> customers;
    private final ToIntFunction<Triple<T>> place;
    private final Predicate<Triple<T>> isAnchor;
    private final Map<Triple<T>, Triple<T>> replaced;
    private final Map<Triple<T>, List<Triple<T>>> before = new HashMap<>();
    private final Map<Triple<T>, List<Triple<T>>> after = new HashMap<>();
    private final List<Triple<T>> alone = new ArrayList<>();

    /**
     * @param anchors what has its place, in order
     * @param customers what the other list has, in that list's order; those that are no anchors are placed
     * @param place where an entry stands in the other list
     * @param replaced from entries to place to the anchors whose place they take
     */
    Placement(
            List<Triple<T>> anchors,
            List<Triple<T>> customers,
            ToIntFunction<Triple<T>> place,
            Predicate<Triple<T>> isAnchor,
            Map<Triple<T>, Triple<T>> replaced) {
        this.anchors = anchors;
        this.customers = customers;
        this.place = place;
        this.isAnchor = isAnchor;
        this.replaced = replaced;
    }

    List<Triple<T>> order() {
        List<Triple<T>> following = followingAnchors();
        Triple<T> last = null;
        List<Triple<T>> besideLast = alone;
        for (int i = 0; i < customers.size(); i++) {
            Triple<T> entry = customers.get(i);
            if (isAnchor.test(entry)) {
                besideLast = after.computeIfAbsent(entry, anchor -> new ArrayList<>());
            } else {
                Triple<T> stand = replaced.get(entry);
                besideLast = stand == null
                        ? group(entry, last, besideLast, following.get(i))
                        : after.computeIfAbsent(stand, anchor -> new ArrayList<>());
                besideLast.add(entry);
            }
            last = entry;
        }
        List<Triple<T>> ordered = new ArrayList<>();
        for (Triple<T> anchor : anchors) {
            ordered.addAll(before.getOrDefault(anchor, new ArrayList<>()));
            ordered.add(anchor);
            ordered.addAll(after.getOrDefault(anchor, new ArrayList<>()));
        }
        ordered.addAll(alone);
        return ordered;
    }

    /** After the entry before it, unless the anchor after it is nearer. */
    private List<Triple<T>> group(Triple<T> entry, Triple<T> last, List<Triple<T>> besideLast, Triple<T> following) {
        if (following == null) {
            return besideLast;
        }
        int toFollowing = place.applyAsInt(following) - place.applyAsInt(entry);
        boolean lastIsNear = last != null && place.applyAsInt(entry) - place.applyAsInt(last) <= toFollowing;
        return lastIsNear ? besideLast : before.computeIfAbsent(following, anchor -> new ArrayList<>());
    }

    private List<Triple<T>> followingAnchors() {
        List<Triple<T>> following = new ArrayList<>(customers);
        Triple<T> next = null;
        for (int i = customers.size() - 1; i >= 0; i--) {
            following.set(i, next);
            next = isAnchor.test(customers.get(i)) ? customers.get(i) : next;
        }
        return following;
    }
}
