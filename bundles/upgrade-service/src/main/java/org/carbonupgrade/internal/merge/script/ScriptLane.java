package org.carbonupgrade.internal.merge.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Lane;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.ThreeWay;
import org.carbonupgrade.internal.merge.secret.Redaction;
import org.carbonupgrade.internal.merge.text.TextLane;
import org.carbonupgrade.internal.merge.text.Texts;

/**
 * Merges a start script: the new version's with the customer's options for the JVM. Other changes of the customer's are named and
 * left behind, since a script belongs to its version.
 */
public final class ScriptLane implements Lane {

    private static final String LEFT = "only options for the JVM are carried; a start script belongs to its version";

    private final TextLane text = new TextLane();

    @Override
    public byte[] merge(byte[] base, byte[] old, byte[] fresh, MergeContext context) {
        StartScript was = StartScript.parse(context.file(), base == null ? "" : Texts.bytewise(base));
        StartScript customers = StartScript.parse(context.file(), Texts.bytewise(old));
        StartScript news = StartScript.parse(context.file(), Texts.bytewise(fresh));
        if (!customers.isUnderstood() || !news.isUnderstood() || base != null && !was.isUnderstood()) {
            return text.merge(base, old, fresh, context);
        }
        Map<String, String> changed = new HashMap<>();
        List<JvmOption> added = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(customers.options().keySet());
        keys.addAll(was.options().keySet());
        for (String key : keys) {
            JvmOption theirs = customers.options().get(key);
            JvmOption ours = news.options().get(key);
            if (takesOld(key, was.options().get(key), theirs, ours, context)) {
                if (ours == null) {
                    added.add(theirs);
                } else {
                    changed.put(key, theirs == null ? null : theirs.text());
                }
            }
        }
        leaveBehind(base == null ? null : was.otherLines(), customers.otherLines(), news.otherLines(), context);
        return Texts.bytes(news.with(changed, added, customers));
    }

    private static boolean takesOld(String key, JvmOption was, JvmOption theirs, JvmOption ours, MergeContext context) {
        switch (ThreeWay.of(context.baseKnown(), was, theirs, ours, JvmOption::isSame)) {
            case KEEP_NEW:
                return false;
            case TAKE_OLD:
                ChangeKind kind =
                        theirs == null ? ChangeKind.REMOVED : ours == null ? ChangeKind.ADDED : ChangeKind.VALUE;
                context.log()
                        .changed(
                                key,
                                kind,
                                theirs == null ? "taken out: " + ours : theirs.toString(),
                                was == null ? MergeContext.CUSTOMERS_ADDITION : MergeContext.CUSTOMERS_CHANGE);
                return true;
            default:
                Conflict.Kind dispute = ThreeWay.kind(context.baseKnown(), was, theirs, ours);
                Conflict conflict = new Conflict(key, dispute, shown(was), shown(theirs), shown(ours));
                return context.log().dispute(conflict) == Side.OLD;
        }
    }

    /** Names what the customer changed besides; with no base known, all that the new version does not have. */
    private static void leaveBehind(Set<String> was, Set<String> theirs, Set<String> ours, MergeContext context) {
        for (String line : theirs) {
            if (!ours.contains(line) && (was == null || !was.contains(line))) {
                context.log().changed("", ChangeKind.NOT_CARRIED, "in the old home's: " + shown(line), LEFT);
            }
        }
        if (was != null) {
            for (String line : was) {
                if (!theirs.contains(line) && ours.contains(line)) {
                    context.log().changed("", ChangeKind.NOT_CARRIED, "not in the old home's: " + shown(line), LEFT);
                }
            }
        }
    }

    private static String shown(Object part) {
        return part == null ? null : Redaction.shorten(Redaction.text(Texts.readable(part.toString())));
    }

    @Override
    public String text(byte[] bytes) {
        return text.text(bytes);
    }

    @Override
    public String redacted(byte[] bytes) {
        return text.redacted(bytes);
    }
}
