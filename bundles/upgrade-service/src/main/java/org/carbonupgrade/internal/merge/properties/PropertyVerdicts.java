package org.carbonupgrade.internal.merge.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.SiteRule;
import org.carbonupgrade.internal.merge.ThreeWay;
import org.carbonupgrade.internal.merge.list.Triple;
import org.carbonupgrade.internal.merge.secret.Redaction;
import org.carbonupgrade.internal.merge.text.Texts;

/** Decides of every setting and comment whether the result has it, and with which value. */
final class PropertyVerdicts {

    private final MergeContext context;
    private final Map<String, PropertyItem> bases;
    private final Map<String, PropertyItem> olds;
    private final Map<String, PropertyItem> freshes;
    private final Set<String> dormantInBase = new HashSet<>();
    private final Set<String> dormantInOld = new HashSet<>();
    private final Set<String> takenOut = new HashSet<>();
    private final Map<Triple<PropertyItem>, PropertyItem> rewritten = new IdentityHashMap<>();
    private final String lineEnd;

    PropertyVerdicts(PropertiesFile base, PropertiesFile old, PropertiesFile fresh, MergeContext context) {
        this.context = context;
        bases = base.effective();
        olds = old.effective();
        freshes = fresh.effective();
        lineEnd = fresh.lineEnd();
        collectDormant(base, dormantInBase);
        collectDormant(old, dormantInOld);
    }

    private static void collectDormant(PropertiesFile file, Set<String> keys) {
        for (PropertyItem item : file.items()) {
            PropertyItem dormant = item.isComment() ? item.dormant() : null;
            if (dormant != null) {
                keys.add(dormant.key());
            }
        }
    }

    /** What the result has. */
    List<Triple<PropertyItem>> staying(List<Triple<PropertyItem>> triples) {
        List<Triple<PropertyItem>> staying = new ArrayList<>();
        for (Triple<PropertyItem> triple : triples) {
            boolean stays = triple.any().isComment() ? commentStays(triple) : settingStays(triple);
            if (stays) {
                staying.add(triple);
            }
        }
        staying.removeIf(triple -> takenOut.contains(triple.any().key()));
        return staying;
    }

    /** The item that stands for a triple in the result. */
    PropertyItem result(Triple<PropertyItem> triple) {
        PropertyItem changed = rewritten.get(triple);
        if (changed != null) {
            return changed;
        }
        return triple.fresh() == null ? triple.old().withLineEnds(lineEnd) : triple.fresh();
    }

    private boolean commentStays(Triple<PropertyItem> triple) {
        if (triple.fresh() != null) {
            boolean dropped = context.baseKnown() && triple.base() != null && triple.old() == null;
            if (dropped && !olds.containsKey(dormantKey(triple.base()))) {
                note("", ChangeKind.COMMENT, "taken out: " + shown(triple.base()), MergeContext.CUSTOMERS_CHANGE);
            }
            return !dropped;
        }
        if (triple.old() == null || triple.base() != null) {
            return false;
        }
        if (!context.baseKnown()) {
            note(
                    "",
                    ChangeKind.NOT_CARRIED,
                    "left behind: " + shown(triple.old()),
                    "a comment that only the old file has; the vanilla old version is not known");
            return false;
        }
        if (!bases.containsKey(dormantKey(triple.old()))) {
            note("", ChangeKind.COMMENT, "added " + shown(triple.old()), MergeContext.CUSTOMERS_ADDITION);
        }
        return true;
    }

    private static String dormantKey(PropertyItem comment) {
        PropertyItem dormant = comment.dormant();
        return dormant == null ? null : dormant.key();
    }

    private boolean settingStays(Triple<PropertyItem> triple) {
        String key = triple.any().key();
        PropertyItem base = bases.get(key);
        PropertyItem old = olds.get(key);
        PropertyItem fresh = freshes.get(key);
        if (isOverridden(triple, base, old, fresh)) {
            return triple.fresh() != null;
        }
        if (old != null && fresh != null) {
            mergeValue(triple, base, old, fresh);
            return true;
        }
        if (base == null && context.baseKnown()) {
            if (old != null) {
                note(key, kindOfAddition(key), shown(old), MergeContext.CUSTOMERS_ADDITION);
            }
            return true;
        }
        if (old == null && fresh == null) {
            return false;
        }
        return old == null ? !isTakenOut(base, fresh) : isKept(base, old);
    }

    /** Whether a later setting of the same key makes this one meaningless. */
    private static boolean isOverridden(
            Triple<PropertyItem> triple, PropertyItem base, PropertyItem old, PropertyItem fresh) {
        return triple.fresh() != null && triple.fresh() != fresh
                || triple.old() != null && triple.old() != old
                || triple.base() != null && triple.base() != base;
    }

    private ChangeKind kindOfAddition(String key) {
        return dormantInBase.contains(key) ? ChangeKind.ENABLED : ChangeKind.ADDED;
    }

    private void mergeValue(Triple<PropertyItem> triple, PropertyItem base, PropertyItem old, PropertyItem fresh) {
        ThreeWay outcome = ThreeWay.of(context.baseKnown(), base, old, fresh, (one, other) -> one.value()
                .equals(other.value()));
        String rule = context.baseKnown() ? null : reasonFor(old.key());
        boolean take = outcome == ThreeWay.TAKE_OLD || outcome == ThreeWay.DISPUTE && rule != null;
        if (take) {
            note(
                    old.key(),
                    ChangeKind.VALUE,
                    "'" + value(old) + "' instead of '" + value(fresh) + "'",
                    rule == null ? MergeContext.CUSTOMERS_CHANGE : rule);
        } else if (outcome == ThreeWay.DISPUTE) {
            take = dispute(base, old, fresh) == Side.OLD;
        }
        if (take) {
            rewritten.put(triple, fresh.withValueOf(old, lineEnd));
        }
    }

    private boolean isTakenOut(PropertyItem base, PropertyItem fresh) {
        String key = fresh.key();
        boolean out;
        if (base != null && base.value().equals(fresh.value())) {
            boolean disabled = dormantInOld.contains(key);
            note(
                    key,
                    disabled ? ChangeKind.DISABLED : ChangeKind.REMOVED,
                    (disabled ? "put into a comment: " : "taken out: ") + shown(fresh),
                    MergeContext.CUSTOMERS_CHANGE);
            out = true;
        } else {
            out = dispute(base, null, fresh) == Side.OLD;
        }
        if (out) {
            takenOut.add(key);
        }
        return out;
    }

    private boolean isKept(PropertyItem base, PropertyItem old) {
        if (base != null && base.value().equals(old.value())) {
            return false;
        }
        String rule = context.baseKnown() ? null : reasonFor(old.key());
        if (rule != null) {
            note(old.key(), ChangeKind.ADDED, shown(old), rule);
            return true;
        }
        return dispute(base, old, null) == Side.OLD;
    }

    private String reasonFor(String key) {
        for (SiteRule rule : context.rules()) {
            if (!rule.place().isEmpty()
                    && SiteRule.glob(rule.place()).matcher(key).matches()) {
                return rule.reason();
            }
        }
        return null;
    }

    private Side dispute(PropertyItem base, PropertyItem old, PropertyItem fresh) {
        String key = old == null ? fresh.key() : old.key();
        Conflict.Kind kind = ThreeWay.kind(context.baseKnown(), base, old, fresh);
        return context.log().dispute(new Conflict(Texts.readable(key), kind, value(base), value(old), value(fresh)));
    }

    private void note(String key, ChangeKind kind, String description, String reason) {
        context.log().changed(key.isEmpty() ? "comment" : Texts.readable(key), kind, description, reason);
    }

    private static String shown(PropertyItem item) {
        return Redaction.shorten(Texts.readable(item.redacted().trim()));
    }

    private static String value(PropertyItem item) {
        return item == null ? null : Redaction.value(item.key(), Texts.readable(item.value()));
    }
}
