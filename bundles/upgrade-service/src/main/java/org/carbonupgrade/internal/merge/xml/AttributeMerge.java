package org.carbonupgrade.internal.merge.xml;

import java.util.LinkedHashSet;
import java.util.Set;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.MergeLog;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.ThreeWay;

/** Merges the attributes of one element, each by itself; order, quotes and layout stay those of the new version. */
final class AttributeMerge {

    private final boolean baseKnown;
    private final MergeLog log;
    private final XmlRules rules;
    private final Adopter adopter;

    AttributeMerge(boolean baseKnown, MergeLog log, XmlRules rules, Adopter adopter) {
        this.baseKnown = baseKnown;
        this.log = log;
        this.rules = rules;
        this.adopter = adopter;
    }

    void merge(XmlElement base, XmlElement old, XmlElement fresh) {
        Set<String> names = new LinkedHashSet<>();
        old.attributes().forEach(attribute -> names.add(attribute.name()));
        fresh.attributes().forEach(attribute -> names.add(attribute.name()));
        for (String name : names) {
            merge(name, base, old, fresh);
        }
    }

    private void merge(String name, XmlElement base, XmlElement old, XmlElement fresh) {
        ThreeWay outcome = ThreeWay.of(
                baseKnown,
                base == null ? null : base.findAttribute(name),
                old.findAttribute(name),
                fresh.findAttribute(name),
                XmlAttribute::saysTheSameAs);
        String path = XmlPath.of(old) + "/@" + name;
        String rule = baseKnown || old.attribute(name) == null ? null : rules.reasonFor(old, name);
        if (outcome == ThreeWay.KEEP_NEW) {
            return;
        }
        if (outcome == ThreeWay.TAKE_OLD || rule != null) {
            log.changed(
                    path,
                    ChangeKind.VALUE,
                    describe(XmlSecrets.value(old, name), XmlSecrets.value(fresh, name)),
                    rule == null ? MergeContext.CUSTOMERS_CHANGE : rule);
            take(name, old, fresh);
        } else if (log.dispute(conflict(path, name, base, old, fresh)) == Side.OLD) {
            take(name, old, fresh);
        }
    }

    private Conflict conflict(String path, String name, XmlElement base, XmlElement old, XmlElement fresh) {
        return new Conflict(
                path,
                ThreeWay.kind(
                        baseKnown,
                        base == null ? null : base.findAttribute(name),
                        old.findAttribute(name),
                        fresh.findAttribute(name)),
                XmlSecrets.value(base, name),
                XmlSecrets.value(old, name),
                XmlSecrets.value(fresh, name));
    }

    private static String describe(String old, String fresh) {
        if (old == null) {
            return "taken out; the new version has '" + fresh + "'";
        }
        return fresh == null ? "added: '" + old + "'" : "'" + old + "' instead of '" + fresh + "'";
    }

    private void take(String name, XmlElement old, XmlElement fresh) {
        int index = fresh.attributeIndex(name);
        XmlAttribute theirs = old.findAttribute(name);
        if (theirs == null) {
            fresh.removeAttribute(index);
            return;
        }
        XmlAttribute adopted = adopter.adopt(old, theirs);
        if (index >= 0) {
            fresh.setAttribute(index, fresh.attributes().get(index).withValueOf(adopted));
        } else {
            fresh.addAttribute(placeFor(name, old, fresh), adopted);
        }
    }

    /** Behind the nearest attribute before it that both have. */
    private static int placeFor(String name, XmlElement old, XmlElement fresh) {
        for (int i = old.attributeIndex(name) - 1; i >= 0; i--) {
            int index = fresh.attributeIndex(old.attributes().get(i).name());
            if (index >= 0) {
                return index + 1;
            }
        }
        return 0;
    }
}
