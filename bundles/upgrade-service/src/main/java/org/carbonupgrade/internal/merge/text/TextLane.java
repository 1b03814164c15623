package org.carbonupgrade.internal.merge.text;

import java.util.Collections;
import java.util.List;
import org.carbonupgrade.internal.merge.Lane;
import org.carbonupgrade.internal.merge.MergeContext;
import org.carbonupgrade.internal.merge.secret.Redaction;

/** Merges text by lines: like {@code git merge-file}, but the customer's line ends are not taken for changes. */
public final class TextLane implements Lane {

    @Override
    public byte[] merge(byte[] base, byte[] old, byte[] fresh, MergeContext context) {
        String freshText = Texts.bytewise(fresh);
        LineEnds ends = LineEnds.of(freshText);
        List<String> olds = Texts.lines(ends.applyTo(Texts.bytewise(old)));
        List<String> freshes = Texts.lines(freshText);
        List<String> bases = base == null ? Collections.emptyList() : Texts.lines(ends.applyTo(Texts.bytewise(base)));
        LineMerge merge = new LineMerge(base != null, bases, olds, freshes, context);
        return Texts.bytes(merge.merged());
    }

    @Override
    public String text(byte[] bytes) {
        return Texts.decode(bytes);
    }

    @Override
    public String redacted(byte[] bytes) {
        return Redaction.text(text(bytes));
    }
}
