package org.carbonupgrade.internal.merge.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.Lane;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.list.Arrangement;
import org.carbonupgrade.internal.merge.list.Duplicates;
import org.carbonupgrade.internal.merge.list.LabelPairing;
import org.carbonupgrade.internal.merge.list.Pairs;
import org.carbonupgrade.internal.merge.list.Triple;
import org.carbonupgrade.internal.merge.text.Texts;

/** Merges properties by key: the new version's file with the customer's values, settings and comments put into it. */
public final class PropertiesLane implements Lane {

    @Override
    public byte[] merge(byte[] base, byte[] old, byte[] fresh, MergeContext context) {
        PropertiesFile bases = PropertiesFile.parse(base == null ? new byte[0] : base);
        PropertiesFile olds = PropertiesFile.parse(old);
        PropertiesFile freshes = PropertiesFile.parse(fresh);
        List<Triple<PropertyItem>> triples = join(bases, olds, freshes);
        PropertyVerdicts verdicts = new PropertyVerdicts(bases, olds, freshes, context);
        Arrangement<PropertyItem> arrangement =
                new Arrangement<>(bases.items(), olds.items(), freshes.items(), triples, verdicts.staying(triples));
        List<PropertyItem> merged = new ArrayList<>();
        for (Triple<PropertyItem> triple : arrangement.order()) {
            merged.add(verdicts.result(triple));
        }
        return freshes.with(merged).bytes();
    }

    private static List<Triple<PropertyItem>> join(PropertiesFile bases, PropertiesFile olds, PropertiesFile freshes) {
        Pairs<PropertyItem> baseOld = pair(bases, olds);
        Pairs<PropertyItem> baseFresh = pair(bases, freshes);
        Duplicates.reconcile(bases.items(), baseOld, baseFresh, PropertiesLane::label);
        Pairs<PropertyItem> oldFresh = pair(
                olds.with(baseOld.unpairedRight(olds.items())), freshes.with(baseFresh.unpairedRight(freshes.items())));
        return Triple.join(bases.items(), olds.items(), freshes.items(), baseOld, baseFresh, oldFresh);
    }

    private static Pairs<PropertyItem> pair(PropertiesFile left, PropertiesFile right) {
        Pairs<PropertyItem> pairs = new Pairs<>();
        Map<String, PropertyItem> lefts = left.effective();
        right.effective().forEach((key, item) -> {
            if (lefts.containsKey(key)) {
                pairs.put(lefts.get(key), item);
            }
        });
        new LabelPairing<>(left.items(), right.items(), pairs).pairAligned(PropertiesLane::label);
        return pairs;
    }

    private static String label(PropertyItem item) {
        return item.isComment() ? item.raw().trim() : item.key() + '\n' + item.raw();
    }

    @Override
    public String text(byte[] bytes) {
        return Texts.decode(bytes);
    }

    @Override
    public String redacted(byte[] bytes) {
        return Texts.readable(PropertiesFile.parse(bytes).redacted());
    }
}
