package org.carbonupgrade.internal.merge;

import org.carbonupgrade.internal.merge.text.UnifiedDiff;

/** What differs between two versions of a configuration file, for people: secrets are blotted out, so it can't be applied. */
public final class ShownDiff {

    private ShownDiff() {}

    /**
     * A unified diff; empty if the versions are equal, binary, or larger than files that are merged.
     *
     * @param was what {@code before} is called, such as {@code new}
     * @param is what {@code after} is called
     */
    public static String of(String file, String was, byte[] before, String is, byte[] after) {
        if (before == null || after == null || before == after || ConfigurationMerge.isLarge(before, after)) {
            return "";
        }
        FileKind kind = FileKind.of(file, after);
        if (kind == FileKind.BINARY || kind != FileKind.of(file, before)) {
            return "";
        }
        try {
            return diff(kind.lane(), was + "/" + file, before, is + "/" + file, after);
        } catch (MergeException e) {
            // A whole file can be taken without being well-formed, and then its lines are all there is to show.
            return diff(FileKind.TEXT.lane(), was + "/" + file, before, is + "/" + file, after);
        }
    }

    private static String diff(Lane lane, String was, byte[] before, String is, byte[] after) {
        return new UnifiedDiff(lane.text(before), lane.redacted(before), lane.text(after), lane.redacted(after))
                .render(was, is);
    }
}
