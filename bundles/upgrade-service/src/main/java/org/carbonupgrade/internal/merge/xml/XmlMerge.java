package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.MergeLog;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.ThreeWay;

/**
 * Merges an element that all versions have: attributes, then what is inside. The new version's tree is changed in place;
 * the other two are only read.
 */
final class XmlMerge {

    private final boolean baseKnown;
    private final MergeLog log;
    private final XmlRules rules;
    private final Adopter adopter;
    private final AttributeMerge attributes;
    private final ChildrenMerge children;

    XmlMerge(MergeContext context, XmlDocument fresh) {
        baseKnown = context.baseKnown();
        log = context.log();
        rules = new XmlRules(context.rules());
        adopter = new Adopter(fresh);
        attributes = new AttributeMerge(baseKnown, log, rules, adopter);
        children = new ChildrenMerge(baseKnown, log, rules, adopter, this::merge);
    }

    /** Merges what stands outside the outermost elements, and them. */
    void mergeDocument(XmlDocument base, XmlDocument old, XmlDocument fresh) {
        children.merge(base, old, fresh);
    }

    /** @param base null if the base is not known or has no such element */
    void merge(XmlElement base, XmlElement old, XmlElement fresh) {
        if (Meaning.sameWithComments(old, fresh) || base != null && Meaning.sameWithComments(base, old)) {
            return;
        }
        String rule = baseKnown ? null : rules.reasonFor(old);
        if (rule != null) {
            carry(old, fresh, rule);
            return;
        }
        attributes.merge(base, old, fresh);
        if (!hasText(base) && !hasText(old) && !hasText(fresh)) {
            children.merge(base, old, fresh);
        } else {
            mergeValue(base, old, fresh);
        }
    }

    private static boolean hasText(XmlElement element) {
        return element != null && element.hasText();
    }

    private void carry(XmlElement old, XmlElement fresh, String rule) {
        if (Meaning.same(old, fresh)) {
            return;
        }
        String path = XmlPath.of(old);
        log.changed(path, ChangeKind.VALUE, "carried from the old home: " + XmlSecrets.line(old), rule);
        while (!fresh.attributes().isEmpty()) {
            fresh.removeAttribute(0);
        }
        for (XmlAttribute attribute : old.attributes()) {
            fresh.addAttribute(fresh.attributes().size(), adopter.adopt(old, attribute));
        }
        fresh.replaceNodes(adopter.adoptContent(old));
    }

    /** A text, or a mixture of text and elements: one value, because its parts have no identity. */
    private void mergeValue(XmlElement base, XmlElement old, XmlElement fresh) {
        boolean comments = !(isLeaf(base) && old.isLeaf() && fresh.isLeaf());
        ThreeWay outcome =
                ThreeWay.of(baseKnown, base, old, fresh, (one, other) -> Meaning.sameContent(one, other, comments));
        String path = XmlPath.of(old);
        if (outcome == ThreeWay.DISPUTE) {
            Conflict conflict = new Conflict(
                    path,
                    ThreeWay.kind(baseKnown, base, old, fresh),
                    XmlSecrets.content(base),
                    XmlSecrets.content(old),
                    XmlSecrets.content(fresh));
            if (log.dispute(conflict) == Side.OLD) {
                fresh.replaceNodes(adopter.adoptContent(old));
            }
        } else if (outcome == ThreeWay.TAKE_OLD) {
            log.changed(
                    path,
                    ChangeKind.VALUE,
                    "'" + XmlSecrets.content(old) + "' instead of '" + XmlSecrets.content(fresh) + "'",
                    MergeContext.CUSTOMERS_CHANGE);
            fresh.replaceNodes(adopter.adoptContent(old));
        }
    }

    private static boolean isLeaf(XmlElement element) {
        return element == null || element.isLeaf();
    }

    static List<XmlNode> items(XmlContainer container) {
        return container == null ? Collections.emptyList() : new ArrayList<>(container.items());
    }
}
