package org.carbonupgrade.internal.merge.text;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.Side;
import org.carbonupgrade.internal.merge.Stock;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TextLaneTest {

    private static final int ROUNDS =
            Integer.getInteger("merge.git.rounds", Boolean.getBoolean("carbonupgrade.endurance") ? 5000 : 250);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void mergesAsGitDoesAndDisputesWhatGitDisputes() throws Exception {
        Git git = new Git(folder.getRoot().toPath());
        List<String> files = new ArrayList<>(Stock.files().keySet());
        int clean = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String file = files.get(random.nextInt(files.size()));
            List<String> base = Texts.lines(Stock.text(file));
            byte[] bases = Stock.bytesOf(String.join("", base));
            byte[] old = Stock.bytesOf(String.join("", changed(base, random)));
            byte[] fresh = Stock.bytesOf(String.join("", changed(base, random)));
            git.write("base", bases);
            git.write("old", old);
            git.write("new", fresh);
            boolean gitIsClean = git.run("merge-file", "-p", "old", "base", "new") == 0;
            MergeResult result = merge("x.txt", bases, old, fresh);
            String what = "seed " + seed + ", " + file;
            assertEquals(what + " " + result.conflicts(), gitIsClean, result.isClean());
            if (gitIsClean) {
                assertArrayEquals(what, git.output(), result.content());
                clean++;
            }
        }
        assertTrue("nearly all in dispute: " + clean, clean > ROUNDS / 2);
    }

    @Test
    public void carriesAChangeOnceHoweverOftenItIsMerged() {
        List<String> files = new ArrayList<>(Stock.files().keySet());
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> base = Texts.lines(Stock.text(files.get(random.nextInt(files.size()))));
            byte[] bases = Stock.bytesOf(String.join("", base));
            byte[] old = Stock.bytesOf(String.join("", marked(base, random, "customer ")));
            byte[] fresh = Stock.bytesOf(String.join("", marked(base, random, "new ")));
            MergeResult result = merge("x.txt", bases, old, fresh);
            if (result.isClean()) {
                MergeResult again = merge("x.txt", bases, old, result.content());
                assertArrayEquals("seed " + seed, result.content(), again.content());
                assertTrue("seed " + seed, again.isClean());
            }
        }
    }

    /** Lines changed and added so that every one of them can be told from all others. */
    private static List<String> marked(List<String> base, Random random, String by) {
        List<String> lines = new ArrayList<>(base);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(lines.size());
            if (random.nextBoolean()) {
                lines.add(at, by + i + "\n");
            } else {
                lines.set(at, by + i + "\n");
            }
        }
        return lines;
    }

    /** Of these, every letter a line, each has several shortest differences; the results are git's. */
    @Test
    public void choosesAmongEquallyShortDifferencesAsGitDoes() {
        String[][] cases = {
            {"bacabbcdb", "bacbbcd", "acacabbcdb", "acacbbcd"},
            {"adabdddca", "adabddda", "adabcddca", "adabcdda"},
            {"acdddddcc", "acdddcdcc", "acdddddddcc", "acdddcdddcc"},
            {"cdbbcbcc", "cdbbbcc", "cdbdbbcbccc", "cdbdbbbccc"},
            {"bcdadaadbba", "bcdacdadaadbbab", "bcdacdadaadbba", "bcdacdadaadbbab"},
            {"dbdadabdcd", "dbdadaabdcd", "dbdaddadabdc", "dbdaddadaabdc"},
        };
        for (String[] versions : cases) {
            for (int i = 0; i < versions.length; i++) {
                versions[i] = versions[i].replaceAll(".", "$0\n");
            }
            assertEquals(versions[3], text(merge("x.txt", versions[0], versions[1], versions[2])));
        }
    }

    /** Lines changed, added, taken out and repeated, as people do. */
    private static List<String> changed(List<String> base, Random random) {
        List<String> lines = new ArrayList<>(base);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(5)) {
                case 0:
                    lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(3)))
                            .clear();
                    break;
                case 1:
                    lines.add(at, "added " + random.nextInt(30) + "\n");
                    break;
                case 2:
                    lines.add(at, "\n");
                    break;
                case 3:
                    lines.add(at, lines.get(random.nextInt(lines.size())));
                    break;
                default:
                    lines.set(at, "changed " + random.nextInt(30) + "\n");
            }
            if (lines.isEmpty()) {
                lines.add("left\n");
            }
        }
        return lines;
    }

    @Test
    public void showsWhatBothChangedAndTakesTheSideThatIsChosen() {
        String base = "a\nb\nc\nd\ne\nf\n";
        String old = "a\nB\nc\nd\ne\nF1\nF2\n";
        String fresh = "a\nb\nc\nd\ne\nf!\nnew\n";
        MergeResult result = merge("x.sh", base, old, fresh);
        assertEquals(1, result.conflicts().size());
        Conflict conflict = result.conflicts().get(0);
        assertEquals("lines 6-7", conflict.path());
        assertEquals(Conflict.Kind.BOTH_CHANGED, conflict.kind());
        assertEquals(Arrays.asList("f\n", "F1\nF2\n", "f!\nnew\n"), texts(conflict));
        assertEquals("a\nB\nc\nd\ne\nF1\nF2\n", decided(base, old, fresh, Side.OLD));
        assertEquals("a\nB\nc\nd\ne\nf!\nnew\n", decided(base, old, fresh, Side.NEW));
    }

    private static List<String> texts(Conflict conflict) {
        return Arrays.asList(conflict.base(), conflict.old(), conflict.fresh());
    }

    private static String decided(String base, String old, String fresh, Side side) {
        MergeResult result = ConfigurationMerge.merge(MergeInput.of("x.sh", bytes(old), bytes(fresh))
                .withBase(bytes(base))
                .withDecisions(Decisions.none().and("lines 6-7", side)));
        assertTrue(result.isClean());
        return new String(result.content(), StandardCharsets.UTF_8);
    }

    @Test
    public void keepsTheNewVersionsLineEndsAndDoesNotTakeTheCustomersForChanges() {
        MergeResult result = merge("x.txt", "a\nb\nc\n", "a\r\nB\r\nc\r\n", "a\nb\nc\nd\n");
        assertEquals("a\nB\nc\nd\n", text(result));
        assertEquals("a\r\nB\r\nc\r\nd", text(merge("x.txt", "a\nb\nc\n", "a\nB\nc\n", "a\r\nb\r\nc\r\nd")));
    }

    @Test
    public void keepsAMissingLastLineEnd() {
        assertEquals("A\nb\nc\nd", text(merge("x.txt", "a\nb\nc", "A\nb\nc", "a\nb\nc\nd")));
        assertEquals("A\nb\nc", text(merge("x.txt", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nc")));
    }

    @Test
    public void withoutABaseEveryDifferenceIsForTheOperator() {
        MergeResult result =
                ConfigurationMerge.merge(MergeInput.of("x.txt", bytes("a\nb\nc\nd\n"), bytes("a\nB\nc\nd\ne\n")));
        assertEquals(2, result.conflicts().size());
        assertEquals(Conflict.Kind.NO_BASE, result.conflicts().get(0).kind());
        MergeResult decided =
                ConfigurationMerge.merge(MergeInput.of("x.txt", bytes("a\nb\nc\nd\n"), bytes("a\nB\nc\nd\ne\n"))
                        .withDecisions(Decisions.none().and("line 2", Side.OLD).and("after line 4", Side.NEW)));
        assertEquals("a\nb\nc\nd\ne\n", text(decided));
        assertTrue(decided.isClean());
    }

    @Test(timeout = 20_000)
    public void staysFastOnHugeAndHostileText() {
        StringBuilder base = new StringBuilder();
        StringBuilder old = new StringBuilder();
        StringBuilder fresh = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            base.append("line ").append(random.nextInt(50)).append('\n');
            old.append("line ").append(random.nextInt(50)).append('\n');
            fresh.append("other ").append(i).append('\n');
        }
        assertFalse(merge("x.txt", base.toString(), old.toString(), fresh.toString())
                .isClean());
        String same = base.toString();
        assertEquals("first\n" + same + "last\n", text(merge("x.txt", same, "first\n" + same, same + "last\n")));
    }

    private static String text(MergeResult result) {
        return new String(result.content(), StandardCharsets.UTF_8);
    }

    private static MergeResult merge(String file, String base, String old, String fresh) {
        return merge(file, bytes(base), bytes(old), bytes(fresh));
    }

    private static MergeResult merge(String file, byte[] base, byte[] old, byte[] fresh) {
        return ConfigurationMerge.merge(MergeInput.of(file, old, fresh).withBase(base));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
