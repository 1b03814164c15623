package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.carbonupgrade.internal.merge.list.Pairs;

/** Pairs elements that identity alone does not pair by how much they have in common. */
final class LikenessPairing {

    /** An element that has another identity but this much in common is taken for the same one, changed. */
    private static final double ALIKE = 0.5;

    private static final double NAMED_ALIKE = 0.6;

    /** Beyond so many comparisons likeness is not looked for: only made files have so many unidentified siblings. */
    private static final int MAX_COMPARISONS = 40_000;

    private final List<XmlNode> left;
    private final List<XmlNode> right;
    private final Set<String> taken = new HashSet<>();
    private final Pairs<XmlNode> pairs;
    private final Map<XmlElement, Similarity> similarities = new IdentityHashMap<>();

    /** @param pairs what is paired already, and takes what is found */
    LikenessPairing(List<XmlNode> left, List<XmlNode> right, List<XmlNode> third, Pairs<XmlNode> pairs) {
        this.left = left;
        this.right = right;
        this.pairs = pairs;
        for (XmlNode node : third) {
            taken.add(ElementMatcher.label(node));
        }
    }

    /** Pairs elements of the same identity; as many on both sides are paired in turn. */
    void pairWithinIdentity() {
        Map<String, List<XmlElement>> rights = groups(pairs.unpairedRight(right), ElementMatcher::label);
        groups(pairs.unpairedLeft(left), ElementMatcher::label).forEach((label, ones) -> {
            List<XmlElement> others = rights.getOrDefault(label, new ArrayList<>());
            boolean identified = ones.get(0).identity().strength() != Identity.Strength.NONE;
            if (identified && ones.size() == others.size()) {
                for (int i = 0; i < ones.size(); i++) {
                    pairs.put(ones.get(i), others.get(i));
                }
            } else {
                pairLikeliest(ones, others, identified);
            }
        });
    }

    /** Pairs elements of the same name that are alike enough although their identities differ. */
    void pairAlike() {
        Map<String, List<XmlElement>> rights = groups(pairs.unpairedRight(right), LikenessPairing::name);
        groups(pairs.unpairedLeft(left), LikenessPairing::name)
                .forEach((name, ones) -> pairLikeliest(ones, rights.getOrDefault(name, new ArrayList<>()), false));
    }

    /** Whether two elements, each the only one of its name, are one thing. */
    boolean areOneSlot(XmlElement one, XmlElement other) {
        switch (one.identity().strength()) {
            case NAME:
                return false;
            case TYPE:
                boolean leaves = one.elements().isEmpty() && other.elements().isEmpty();
                return maySucceed(one, other) && (leaves || similarity(one, other) >= ALIKE);
            default:
                return maySucceed(one, other);
        }
    }

    private static String name(XmlNode node) {
        return ((XmlElement) node).name();
    }

    private static Map<String, List<XmlElement>> groups(List<XmlNode> nodes, Function<XmlNode, String> by) {
        Map<String, List<XmlElement>> groups = new LinkedHashMap<>();
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement) {
                groups.computeIfAbsent(by.apply(node), key -> new ArrayList<>()).add((XmlElement) node);
            }
        }
        return groups;
    }

    private void pairLikeliest(List<XmlElement> ones, List<XmlElement> others, boolean surelyAmongThem) {
        if ((long) ones.size() * others.size() > MAX_COMPARISONS) {
            return;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (XmlElement one : ones) {
            for (XmlElement other : others) {
                double needed = surelyAmongThem ? 0 : needed(one, other);
                if (needed <= 1 && maySucceed(one, other) && similarity(one, other) >= needed) {
                    candidates.add(new Candidate(one, other, similarity(one, other), candidates.size()));
                }
            }
        }
        candidates.sort(null);
        for (Candidate candidate : candidates) {
            if (pairs.right(candidate.one) == null && pairs.left(candidate.other) == null) {
                pairs.put(candidate.one, candidate.other);
            }
        }
    }

    private static double needed(XmlElement one, XmlElement other) {
        switch (one.identity().strength()) {
            case NAME:
            case CHILD:
                boolean structured =
                        !one.elements().isEmpty() && !other.elements().isEmpty();
                return structured ? NAMED_ALIKE : Double.POSITIVE_INFINITY;
            default:
                return ALIKE;
        }
    }

    /** Whether the one may have become the other: not if the third version has both as different things. */
    private boolean maySucceed(XmlElement one, XmlElement other) {
        String label = ElementMatcher.label(one);
        String otherLabel = ElementMatcher.label(other);
        return label.equals(otherLabel) || !(taken.contains(label) && taken.contains(otherLabel));
    }

    private double similarity(XmlElement one, XmlElement other) {
        return similarities
                .computeIfAbsent(one, Similarity::of)
                .to(similarities.computeIfAbsent(other, Similarity::of));
    }

    /** Two elements that may be one; the likelier and then the earlier come first. */
    private static final class Candidate implements Comparable<Candidate> {

        private final XmlElement one;
        private final XmlElement other;
        private final double likeness;
        private final int turn;

        Candidate(XmlElement one, XmlElement other, double likeness, int turn) {
            this.one = one;
            this.other = other;
            this.likeness = likeness;
            this.turn = turn;
        }

        @Override
        public int compareTo(Candidate next) {
            int byLikeness = Double.compare(next.likeness, likeness);
            return byLikeness != 0 ? byLikeness : Integer.compare(turn, next.turn);
        }
    }
}
