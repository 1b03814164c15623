package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.MergeLog;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.list.Triple;

/** Decides of every child of an element whether the result has it, and merges those that both sides have. */
final class ChildVerdicts {

    private final boolean baseKnown;
    private final MergeLog log;
    private final XmlRules rules;
    private final ChildrenMerge.ElementMerge elements;
    private final List<Triple<XmlNode>> triples;
    private final Switches switches;
    /** Comments of the customer in which something stands that the result has switched off, and switched on. */
    private final Set<Triple<XmlNode>> switchedOff = new HashSet<>();

    private final Set<Triple<XmlNode>> leftOn = new HashSet<>();

    ChildVerdicts(
            boolean baseKnown,
            MergeLog log,
            XmlRules rules,
            ChildrenMerge.ElementMerge elements,
            List<Triple<XmlNode>> triples) {
        this.baseKnown = baseKnown;
        this.log = log;
        this.rules = rules;
        this.elements = elements;
        this.triples = triples;
        this.switches = Switches.find(triples);
    }

    /** What the result has. Elements come before comments, because a comment's fate can hang on an element's. */
    List<Triple<XmlNode>> staying() {
        List<Triple<XmlNode>> staying = new ArrayList<>();
        for (Triple<XmlNode> triple : triples) {
            if (isElement(triple) && elementStays(triple)) {
                staying.add(triple);
            }
        }
        for (Triple<XmlNode> triple : triples) {
            if (!isElement(triple) && noteStays(triple)) {
                staying.add(triple);
            }
        }
        return staying;
    }

    private static boolean isElement(Triple<XmlNode> triple) {
        return triple.any() instanceof XmlElement;
    }

    private boolean elementStays(Triple<XmlNode> triple) {
        XmlElement base = (XmlElement) triple.base();
        XmlElement old = (XmlElement) triple.old();
        XmlElement fresh = (XmlElement) triple.fresh();
        if (old != null && fresh != null) {
            elements.merge(base, old, fresh);
            return true;
        }
        if (old == null && fresh == null) {
            return false;
        }
        if (!baseKnown) {
            return unknownStays(old, fresh);
        }
        if (base == null) {
            if (old != null) {
                noteAddition(triple);
            }
            return true;
        }
        return old == null ? !isTakenOut(triple, base, fresh) : isKept(base, old);
    }

    private boolean unknownStays(XmlElement old, XmlElement fresh) {
        XmlElement only = old == null ? fresh : old;
        String rule = old == null ? null : rules.reasonFor(old);
        if (rule != null) {
            log.changed(XmlPath.of(old), ChangeKind.ADDED, "added " + XmlSecrets.line(old), rule);
            return true;
        }
        Side side = dispute(XmlPath.of(only), Conflict.Kind.NO_BASE, null, old, fresh);
        return side == Side.OLD ? old != null : fresh != null;
    }

    private void noteAddition(Triple<XmlNode> triple) {
        boolean enabled = switches.isEnabled(triple);
        log.changed(
                XmlPath.of(triple.old()),
                enabled ? ChangeKind.ENABLED : ChangeKind.ADDED,
                (enabled ? "taken out of its comment: " : "added ") + XmlSecrets.line(triple.old()),
                MergeContext.CUSTOMERS_ADDITION);
    }

    private boolean isTakenOut(Triple<XmlNode> triple, XmlElement base, XmlElement fresh) {
        Triple<XmlNode> comment = switches.disabledIn(triple);
        if (Meaning.same(base, fresh)) {
            log.changed(
                    XmlPath.of(base),
                    comment == null ? ChangeKind.REMOVED : ChangeKind.DISABLED,
                    (comment == null ? "taken out: " : "put into a comment: ") + XmlSecrets.line(fresh),
                    MergeContext.CUSTOMERS_CHANGE);
            switchedOff.add(comment);
            return true;
        }
        Side side = dispute(XmlPath.of(base), Conflict.Kind.REMOVED_BY_CUSTOMER, base, null, fresh);
        (side == Side.OLD ? switchedOff : leftOn).add(comment);
        return side == Side.OLD;
    }

    private boolean isKept(XmlElement base, XmlElement old) {
        if (!Meaning.same(base, old)) {
            return dispute(XmlPath.of(old), Conflict.Kind.REMOVED_BY_NEW_VERSION, base, old, null) == Side.OLD;
        }
        if (!Meaning.sameWithComments(base, old)) {
            log.changed(
                    XmlPath.of(old),
                    ChangeKind.NOT_CARRIED,
                    "the customer's comments in it were left behind",
                    "the new version has this element no more");
        }
        return false;
    }

    private Side dispute(String path, Conflict.Kind kind, XmlElement base, XmlElement old, XmlElement fresh) {
        return log.dispute(
                new Conflict(path, kind, XmlSecrets.line(base), XmlSecrets.line(old), XmlSecrets.line(fresh)));
    }

    private boolean noteStays(Triple<XmlNode> triple) {
        if (triple.fresh() != null) {
            boolean dropped = baseKnown && triple.base() != null && triple.old() == null;
            if (dropped && !switches.isSwitch(triple)) {
                noteComment(triple.base(), "taken out: ", MergeContext.CUSTOMERS_CHANGE);
            }
            return !dropped;
        }
        if (triple.old() == null || triple.base() != null || isPointless(triple)) {
            return false;
        }
        if (!baseKnown) {
            log.changed(
                    XmlPath.of(triple.old()),
                    ChangeKind.NOT_CARRIED,
                    "left behind: " + XmlSecrets.line(triple.old()),
                    "a comment that only the old file has; the vanilla old version is not known");
            return false;
        }
        if (!switches.isSwitch(triple)) {
            noteComment(triple.old(), "added ", MergeContext.CUSTOMERS_ADDITION);
        }
        return true;
    }

    /** Whether a comment holds nothing but what stays switched on beside it. */
    private boolean isPointless(Triple<XmlNode> comment) {
        return leftOn.contains(comment) && !switchedOff.contains(comment);
    }

    private void noteComment(XmlNode comment, String what, String reason) {
        log.changed(XmlPath.of(comment), ChangeKind.COMMENT, what + XmlSecrets.line(comment), reason);
    }

    /** Asks about something that the new version has moved as well, and elsewhere. */
    boolean moveAsCustomer(Triple<XmlNode> triple) {
        if (!(triple.old() instanceof XmlElement)) {
            return false;
        }
        Conflict conflict = new Conflict(
                XmlPath.of(triple.old()) + "/position()",
                Conflict.Kind.BOTH_MOVED,
                "where the vanilla old version has it",
                "where the customer moved it",
                "where the new version moved it");
        return log.dispute(conflict) == Side.OLD;
    }
}
