package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.internal.merge.list.Duplicates;
import org.carbonupgrade.internal.merge.list.LabelPairing;
import org.carbonupgrade.internal.merge.list.Pairs;

/**
 * Finds which child of one element is which child of another: by identity, by equal content, by being the only one of
 * its name, and at last by likeness.
 */
final class ElementMatcher {

    private final List<XmlNode> left;
    private final List<XmlNode> right;
    private final Pairs<XmlNode> pairs = new Pairs<>();
    private final LikenessPairing likeness;

    private ElementMatcher(List<XmlNode> left, List<XmlNode> right, List<XmlNode> third) {
        this.left = left;
        this.right = right;
        this.likeness = new LikenessPairing(left, right, third, pairs);
    }

    /**
     * Pairs two versions of a list.
     *
     * @param third the remaining version: an identity that stands there is not taken for another one renamed
     */
    static Pairs<XmlNode> match(List<XmlNode> left, List<XmlNode> right, List<XmlNode> third) {
        ElementMatcher matcher = new ElementMatcher(left, right, third);
        matcher.pairRoots();
        matcher.pairByIdentity();
        matcher.pairOnlyOnes();
        matcher.likeness.pairAlike();
        return matcher.pairs;
    }

    /**
     * Pairs what two versions added independently: what has the same identity, or, in a list of things without one, the
     * same content.
     *
     * @param wholeLeft the list that the additions {@code left} stand in
     * @param wholeRight the list that the additions {@code right} stand in
     */
    static Pairs<XmlNode> matchAdded(
            List<XmlNode> left, List<XmlNode> wholeLeft, List<XmlNode> right, List<XmlNode> wholeRight) {
        Set<String> repeated = Duplicates.labels(wholeLeft, ElementMatcher::label);
        repeated.addAll(Duplicates.labels(wholeRight, ElementMatcher::label));
        Pairs<XmlNode> pairs = new Pairs<>();
        new LabelPairing<>(left, right, pairs)
                .pairAligned(node -> repeated.contains(label(node)) ? exactly(node) : label(node));
        return pairs;
    }

    /**
     * Pairs an element that one side made quite unlike the base with the base after all, if it is like what the other
     * side, which is paired with the base, has made of it.
     *
     * @param basePairs the pairs of base and the first side, which take what is found
     * @param otherPairs the pairs of base and the other side
     */
    static void pairThrough(
            List<XmlNode> base, List<XmlNode> side, Pairs<XmlNode> basePairs, Pairs<XmlNode> otherPairs) {
        List<XmlNode> free = elements(basePairs.unpairedRight(side));
        List<XmlNode> others = new ArrayList<>();
        for (XmlNode node : free.isEmpty() ? free : elements(basePairs.unpairedLeft(base))) {
            if (otherPairs.right(node) != null) {
                others.add(otherPairs.right(node));
            }
        }
        ElementMatcher matcher = new ElementMatcher(others, free, base);
        new LabelPairing<>(others, free, matcher.pairs)
                .pairAligned(node -> isUnidentified(node) ? exactly(node) : label(node));
        matcher.likeness.pairAlike();
        for (XmlNode other : others) {
            if (matcher.pairs.right(other) != null) {
                basePairs.put(otherPairs.left(other), matcher.pairs.right(other));
            }
        }
    }

    private static boolean isUnidentified(XmlNode element) {
        return ((XmlElement) element).identity().strength() == Identity.Strength.NONE;
    }

    private static List<XmlNode> elements(List<XmlNode> nodes) {
        List<XmlNode> elements = new ArrayList<>(nodes);
        elements.removeIf(node -> !(node instanceof XmlElement));
        return elements;
    }

    /** Equal for nodes of the same identity. */
    static String label(XmlNode node) {
        if (node instanceof XmlElement) {
            return ((XmlElement) node).identity().label();
        }
        return node instanceof XmlMarkup && ((XmlMarkup) node).isDoctype() ? "<!DOCTYPE" : Meaning.words(node);
    }

    /** Equal for nodes that say the same. */
    static String exactly(XmlNode node) {
        return node instanceof XmlElement ? Meaning.signature((XmlElement) node) : label(node);
    }

    /** A file's outermost element is the other's, whatever it is called by. */
    private void pairRoots() {
        XmlNode one = root(left);
        XmlNode other = root(right);
        if (one != null && other != null) {
            pairs.put(one, other);
        }
    }

    private static XmlNode root(List<XmlNode> nodes) {
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement && node.parent() instanceof XmlDocument) {
                return node;
            }
        }
        return null;
    }

    private void pairByIdentity() {
        LabelPairing<XmlNode> pairing = new LabelPairing<>(left, right, pairs);
        pairing.pairUnique(ElementMatcher::label);
        if (!pairs.unpairedLeft(left).isEmpty() && !pairs.unpairedRight(right).isEmpty()) {
            pairing.pairAligned(ElementMatcher::exactly);
            likeness.pairWithinIdentity();
        }
    }

    /** Two elements that are the only ones of their name are the same, unless they are different things by name. */
    private void pairOnlyOnes() {
        Map<String, XmlElement> rights = onlyOnes(right);
        onlyOnes(left).forEach((name, one) -> {
            XmlElement other = rights.get(name);
            boolean free = other != null && pairs.right(one) == null && pairs.left(other) == null;
            if (free && likeness.areOneSlot(one, other)) {
                pairs.put(one, other);
            }
        });
    }

    private static Map<String, XmlElement> onlyOnes(List<XmlNode> nodes) {
        Map<String, XmlElement> onlyOnes = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        for (XmlNode node : nodes) {
            if (node instanceof XmlElement && onlyOnes.put(((XmlElement) node).name(), (XmlElement) node) != null) {
                several.add(((XmlElement) node).name());
            }
        }
        onlyOnes.keySet().removeAll(several);
        return onlyOnes;
    }
}
