package org.carbonupgrade.internal.merge.xml;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.Side;

/** Merges small XML files and looks at what comes out. */
final class XmlMerges {

    private XmlMerges() {}

    static void assertMerged(String expected, String base, String old, String fresh) {
        MergeResult result = merge(base, old, fresh);
        assertEquals(result.conflicts().toString(), 0, result.conflicts().size());
        assertEquals(expected, text(result));
    }

    static void assertConflict(
            MergeResult result, Conflict.Kind kind, String path, String base, String old, String fresh) {
        assertEquals(result.conflicts().toString(), 1, result.conflicts().size());
        Conflict conflict = result.conflicts().get(0);
        assertEquals(kind + " " + path + ": base " + base + ", old " + old + ", new " + fresh, conflict.toString());
    }

    static String decided(String base, String old, String fresh, String path, Side side) {
        MergeResult result = ConfigurationMerge.merge(
                input(base, old, fresh).withDecisions(Decisions.none().and(path, side)));
        assertTrue(result.conflicts().toString(), result.isClean());
        assertEquals("[]", result.unusedDecisions().toString());
        return text(result);
    }

    static MergeResult merge(String base, String old, String fresh) {
        return ConfigurationMerge.merge(input(base, old, fresh));
    }

    static MergeInput input(String base, String old, String fresh) {
        return MergeInput.of("x.xml", bytes(old), bytes(fresh)).withBase(bytes(base));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(MergeResult result) {
        return new String(result.content(), StandardCharsets.UTF_8);
    }
}
