package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.MergeLog;
import org.carbonupgrade.internal.merge.list.Arrangement;
import org.carbonupgrade.internal.merge.list.Duplicates;
import org.carbonupgrade.internal.merge.list.Pairs;
import org.carbonupgrade.internal.merge.list.Triple;

/** Merges what stands in an element or in the document: finds what belongs together, lets judge it, puts it in order. */
final class ChildrenMerge {

    private final boolean baseKnown;
    private final MergeLog log;
    private final XmlRules rules;
    private final Adopter adopter;
    private final ElementMerge elements;

    /** Merges an element that both have; {@code base} may be null. */
    interface ElementMerge {
        void merge(XmlElement base, XmlElement old, XmlElement fresh);
    }

    ChildrenMerge(boolean baseKnown, MergeLog log, XmlRules rules, Adopter adopter, ElementMerge elements) {
        this.baseKnown = baseKnown;
        this.log = log;
        this.rules = rules;
        this.adopter = adopter;
        this.elements = elements;
    }

    void merge(XmlContainer base, XmlContainer old, XmlContainer fresh) {
        List<XmlNode> bases = XmlMerge.items(base);
        List<XmlNode> olds = XmlMerge.items(old);
        List<XmlNode> freshes = XmlMerge.items(fresh);
        List<Triple<XmlNode>> triples = join(bases, olds, freshes);
        ChildVerdicts verdicts = new ChildVerdicts(baseKnown, log, rules, elements, triples);
        Arrangement<XmlNode> arrangement = new Arrangement<>(bases, olds, freshes, triples, verdicts.staying());
        Set<Triple<XmlNode>> moved = arrangement.findMoves(isMovable(bases), verdicts::moveAsCustomer);
        for (Triple<XmlNode> triple : moved) {
            if (triple.old() instanceof XmlElement) {
                log.changed(
                        XmlPath.of(triple.old()),
                        ChangeKind.MOVED,
                        "moved to where the customer has it",
                        MergeContext.CUSTOMERS_CHANGE);
            }
        }
        List<Triple<XmlNode>> ordered = arrangement.order();
        if (!isUnchanged(ordered, freshes)) {
            new Layout(adopter).arrange(ordered, old, fresh);
        }
    }

    private List<Triple<XmlNode>> join(List<XmlNode> bases, List<XmlNode> olds, List<XmlNode> freshes) {
        if (!baseKnown) {
            Pairs<XmlNode> pairs = ElementMatcher.match(olds, freshes, new ArrayList<>());
            return Triple.join(new ArrayList<>(), olds, freshes, new Pairs<>(), new Pairs<>(), pairs);
        }
        Pairs<XmlNode> baseOld = ElementMatcher.match(bases, olds, freshes);
        Pairs<XmlNode> baseFresh = ElementMatcher.match(bases, freshes, olds);
        ElementMatcher.pairThrough(bases, olds, baseOld, baseFresh);
        ElementMatcher.pairThrough(bases, freshes, baseFresh, baseOld);
        Duplicates.reconcile(bases, baseOld, baseFresh, ElementMatcher::exactly);
        Pairs<XmlNode> oldFresh =
                ElementMatcher.matchAdded(baseOld.unpairedRight(olds), olds, baseFresh.unpairedRight(freshes), freshes);
        return Triple.join(bases, olds, freshes, baseOld, baseFresh, oldFresh);
    }

    /** Of comments that can't be told from each other nobody knows which one moved. */
    private static Predicate<XmlNode> isMovable(List<XmlNode> bases) {
        Set<String> repeated = Duplicates.labels(bases, ElementMatcher::label);
        return node -> node instanceof XmlElement || !repeated.contains(ElementMatcher.label(node));
    }

    private static boolean isUnchanged(List<Triple<XmlNode>> ordered, List<XmlNode> freshes) {
        if (ordered.size() != freshes.size()) {
            return false;
        }
        for (int i = 0; i < freshes.size(); i++) {
            if (ordered.get(i).fresh() != freshes.get(i)) {
                return false;
            }
        }
        return true;
    }
}
