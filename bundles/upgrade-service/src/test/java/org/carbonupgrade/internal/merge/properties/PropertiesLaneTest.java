package org.carbonupgrade.internal.merge.properties;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.Stock;
import org.junit.Test;

public class PropertiesLaneTest {

    private static final Pattern LONE_BACKSLASH = Pattern.compile("(?:^|[\\r\\n])[ \\t\\f]*\\\\[\\r\\n]");

    private static final String BASE = "# head\n\na = 1\nb:2\nc 3\n#d=4\ne=5\n";

    @Test
    public void readsAnyTextAsJavaDoesAndWritesItAgainByteForByte() throws IOException {
        String alphabet = "ab=: \t\f\\\\\\\n\n\r#!u0041";
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (LONE_BACKSLASH.matcher(text).find()) {
                continue; // What this means differs between versions of Java.
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            PropertiesFile file = PropertiesFile.parse(bytes);
            assertArrayEquals("seed " + seed, bytes, file.bytes());
            Properties expected = new Properties();
            try {
                expected.load(new StringReader(text.toString()));
            } catch (IllegalArgumentException e) {
                continue; // Java refuses a half Unicode escape; here it is only kept as it is.
            }
            Map<String, String> read = new TreeMap<>();
            file.effective().forEach((key, item) -> read.put(key, item.value()));
            assertEquals("seed " + seed + " " + text, new TreeMap<>(expected), read);
        }
    }

    @Test
    public void writesEveryStockFileAgainByteForByte() {
        Stock.files()
                .forEach((file, bytes) -> assertArrayEquals(
                        file, bytes, PropertiesFile.parse(bytes).bytes()));
    }

    @Test
    public void carriesValuesInTheNewFilesLayoutAndLineEnds() {
        assertMerged(
                "# head 2\r\n\r\na=\\\r\n  9,\\\r\n  8\r\nn=7\r\nc : 33\r\nb=2\r\n#d=4\r\ne=5",
                "# head\n\na = \\\n  9,\\\n  8\nb = 2\nc=33\n#d=4\ne=5\n",
                "# head 2\r\n\r\na=1\r\nn=7\r\nc : 3\r\nb=2\r\n#d=4\r\ne=5");
    }

    @Test
    public void takesAnotherWayOfWritingForNoChange() {
        assertMerged(
                BASE.replace("a = 1", "a = 9"),
                "\\u0061 : 1\nb=\\\n   2\nc=3\ne=\\5\n# head\n#d=4\n",
                BASE.replace("a = 1", "a = 9"));
    }

    @Test
    public void carriesAdditionsWithTheirCommentsRemovalsAndWhatWasSwitchedOnAndOff() {
        MergeResult result = merge(
                BASE,
                "# head\n\na = 1\n\n# mine\nx = y\\\n  z\nc 3\nd=4\n# e=5\n",
                BASE.replace("# head", "# other head").replace("e=5\n", "e=5\nn=6\n"));
        assertEquals("# other head\n\na = 1\n\n# mine\nx = y\\\n  z\nc 3\nd=4\n# e=5\nn=6\n", text(result));
        Map<String, ChangeKind> kinds = new TreeMap<>();
        result.changes().forEach(change -> kinds.put(change.path(), change.kind()));
        assertEquals("{b=REMOVED, comment=COMMENT, d=ENABLED, e=DISABLED, x=ADDED}", kinds.toString());
    }

    @Test
    public void asksAboutWhatBothChanged() {
        assertConflict(
                Conflict.Kind.BOTH_CHANGED, "a", "1", "2", "3", BASE.replace("= 1", "= 2"), BASE.replace("= 1", "= 3"));
        assertConflict(
                Conflict.Kind.REMOVED_BY_CUSTOMER,
                "a",
                "1",
                null,
                "3",
                BASE.replace("a = 1\n", ""),
                BASE.replace("= 1", "= 3"));
        assertConflict(
                Conflict.Kind.REMOVED_BY_NEW_VERSION,
                "a",
                "1",
                "2",
                null,
                BASE.replace("= 1", "= 2"),
                BASE.replace("a = 1\n", ""));
        assertConflict(Conflict.Kind.BOTH_ADDED, "n", null, "2", "3", BASE + "n=2\n", "n=3\n" + BASE);
    }

    @Test
    public void takesTheSideThatIsChosen() {
        String old = BASE.replace("= 1", "= 2").replace("b:2\n", "");
        String fresh = BASE.replace("= 1", "= 3").replace("b:2", "b:22");
        assertEquals(fresh.replace("= 3", "= 2"), decided(old, fresh, Side.OLD, Side.NEW));
        assertEquals(fresh.replace("b:22\n", ""), decided(old, fresh, Side.NEW, Side.OLD));
    }

    private static String decided(String old, String fresh, Side a, Side b) {
        MergeInput input = input(BASE, old, fresh)
                .withDecisions(Decisions.none().and("a", a).and("b", b));
        MergeResult result = ConfigurationMerge.merge(input);
        assertTrue(result.isClean() && result.unusedDecisions().isEmpty());
        return text(result);
    }

    @Test
    public void goesByTheLastOfSeveralSettingsOfOneKey() {
        String twice = "a=1\nb=1\na=2\n";
        assertMerged("a=1\nb=1\na=3\nn=1\n", twice, "a=1\nb=1\na=2\na=3\n", twice + "n=1\n");
        assertMerged("b=1\nn=1\n", twice, "b=1\n", twice + "n=1\n");
        assertMerged(twice + "n=1\n", twice, "a=5\nb=1\na=2\n", twice + "n=1\n");
    }

    @Test
    public void keepsEncodingsByteOrderMarkAndAMissingLastLineEnd() {
        byte[] base = bytes("\uFEFFa=\u00e9\nb=1");
        byte[] old = bytes("\uFEFFa=\u00e9\u20ac\nb=1\nc=\u00fc");
        byte[] fresh = bytes("\uFEFFa=\u00e9\nb=2");
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of("x.properties", old, fresh).withBase(base));
        assertEquals("\uFEFFa=\u00e9\u20ac\nb=2\nc=\u00fc", text(result));
        assertTrue(result.changes().toString(), result.changes().toString().contains("\u00e9\u20ac"));
        byte[] latin = "a=\u00e9\nb=1\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] latinOld = "a=\u00e9\u00fc\nb=1\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] latinNew = "a=\u00e9\nb=2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(
                "a=\u00e9\u00fc\nb=2\n".getBytes(StandardCharsets.ISO_8859_1),
                ConfigurationMerge.merge(MergeInput.of("x.properties", latinOld, latinNew)
                                .withBase(latin))
                        .content());
    }

    @Test
    public void doesNotLetAnOpenLastLineSwallowWhatIsAddedBehindIt() {
        MergeResult result = merge("a=1\n", "a=2\\", "a=1\nb=1\n");
        Properties properties = org.carbonupgrade.internal.merge.Facts.properties(result.content());
        assertEquals("2", properties.getProperty("a"));
        assertEquals("1", properties.getProperty("b"));
    }

    @Test(timeout = 30_000)
    public void staysFastOnHostileFiles() {
        StringBuilder keys = new StringBuilder();
        StringBuilder open = new StringBuilder("k=");
        StringBuilder comments = new StringBuilder();
        for (int i = 0; keys.length() < 2_000_000; i++) {
            keys.append("k").append(i % 1000).append("=").append(i).append('\n');
            open.append("\\\\\\\n");
            comments.append("#").append(i % 3).append('\n');
        }
        for (StringBuilder text : new StringBuilder[] {keys, open, comments}) {
            MergeResult result = merge(text.toString(), text + "\n\nx=1\n", "y=1\n" + text);
            assertTrue(result.isClean());
        }
    }

    @Test(timeout = 30_000)
    public void leavesHugeFilesToTheOperatorAsAWhole() {
        byte[] base = new byte[30_000_000];
        java.util.Arrays.fill(base, (byte) 'a');
        byte[] old = base.clone();
        old[7] = '=';
        byte[] fresh = base.clone();
        fresh[9] = '=';
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of("x.properties", old, fresh).withBase(base));
        assertEquals("", result.conflicts().get(0).path());
        assertEquals(
                old,
                ConfigurationMerge.merge(
                                MergeInput.of("x.properties", old, base).withBase(base.clone()))
                        .content());
    }

    private static void assertMerged(String expected, String old, String fresh) {
        assertMerged(expected, BASE, old, fresh);
    }

    private static void assertMerged(String expected, String base, String old, String fresh) {
        MergeResult result = merge(base, old, fresh);
        assertEquals(result.conflicts().toString(), 0, result.conflicts().size());
        assertEquals(expected, text(result));
    }

    private static void assertConflict(
            Conflict.Kind kind, String path, String was, String theirs, String ours, String old, String fresh) {
        MergeResult result = merge(BASE, old, fresh);
        assertEquals(
                "[" + kind + " " + path + ": base " + was + ", old " + theirs + ", new " + ours + "]",
                result.conflicts().toString());
    }

    private static MergeResult merge(String base, String old, String fresh) {
        return ConfigurationMerge.merge(input(base, old, fresh));
    }

    private static MergeInput input(String base, String old, String fresh) {
        return MergeInput.of("x.properties", bytes(old), bytes(fresh)).withBase(bytes(base));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(MergeResult result) {
        return new String(result.content(), StandardCharsets.UTF_8);
    }
}
