package org.carbonupgrade.internal.merge;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

/** What holds for every merge, tried on all files of the stock server and on random changes of them. */
public class MergeLawsTest {

    private static final int ROUNDS =
            Integer.getInteger("merge.rounds", Boolean.getBoolean("carbonupgrade.endurance") ? 5000 : 200);

    @Test
    public void whatTheCustomerNeverChangedBecomesTheNewFileByteForByte() {
        Stock.files().forEach((file, stock) -> {
            byte[] fresh = Stock.bytesOf(NewVersion.of(file));
            MergeResult result = merge(file, stock, stock.clone(), fresh);
            assertArrayEquals(file, fresh, result.content());
            assertEquals(file, "", result.diff());
            assertTrue(file, result.isClean() && result.changes().isEmpty());
        });
    }

    @Test
    public void whatTheNewVersionNeverChangedStaysTheCustomersFileByteForByte() {
        Stock.files().forEach((file, stock) -> {
            byte[] old = Stock.bytesOf(Customisations.together(file, Stock.text(file)));
            assertArrayEquals(file, old, merge(file, stock, old, stock.clone()).content());
        });
    }

    @Test
    public void randomChangesOfOneSideOnlyComeOutByteForByte() {
        List<String> files = new ArrayList<>(Stock.files().keySet());
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String file = files.get(random.nextInt(files.size()));
            RandomHand hand = new RandomHand(random);
            byte[] stock = Stock.bytes(file);
            byte[] changed = Stock.bytesOf(
                    file.endsWith(".xml")
                            ? hand.changeXml(Stock.text(file), 9)
                            : hand.changeLines(Stock.text(file), 9));
            String what = "seed " + seed + ", " + file;
            assertArrayEquals(
                    what, changed, merge(file, stock, stock.clone(), changed).content());
            assertArrayEquals(
                    what, changed, merge(file, stock, changed, stock.clone()).content());
            MergeResult same = merge(file, stock, changed, changed.clone());
            assertArrayEquals(what, changed, same.content());
            assertTrue(what, same.isClean() && same.changes().isEmpty());
        }
    }

    @Test
    public void aLayoutThatMeansNothingIsTheNewVersions() {
        for (String file : xmlFiles()) {
            String stock = Stock.text(file);
            String reindented = stock.replaceAll("(?m)^( +)", "$1$1").replaceAll("\r?\n", "\r\n");
            byte[] fresh = Stock.bytesOf(NewVersion.of(file));
            if (!NewVersion.of(file).equals(stock)) {
                MergeResult result = merge(file, Stock.bytesOf(stock), Stock.bytesOf(reindented), fresh);
                assertArrayEquals(file + result.changes(), fresh, result.content());
            }
        }
    }

    @Test
    public void allCustomisationsTogetherAreCarried() {
        Stock.files().forEach((file, stock) -> {
            byte[] old = Stock.bytesOf(Customisations.together(file, Stock.text(file)));
            byte[] fresh = Stock.bytesOf(NewVersion.of(file));
            MergeResult result = merge(file, stock, old, fresh);
            assertEquals(file + " " + result.conflicts(), 0, result.conflicts().size());
            Map<String, Integer> expected =
                    Facts.merged(Facts.of(file, stock), Facts.of(file, old), Facts.of(file, fresh));
            assertEquals(file, expected, Facts.of(file, result.content()).counts());
            assertArrayEquals(
                    file,
                    result.content(),
                    merge(file, stock, old, result.content()).content());
            assertArrayEquals(
                    file,
                    result.content(),
                    merge(file, stock, result.content(), fresh).content());
        });
    }

    @Test
    public void randomChangesOfXmlAreBothCarriedOrDisputed() {
        List<String> files = xmlFiles();
        int clean = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String file = files.get(random.nextInt(files.size()));
            RandomHand hand = new RandomHand(random);
            byte[] old = Stock.bytesOf(hand.changeXml(Stock.text(file), 6));
            byte[] fresh = Stock.bytesOf(hand.changeXml(Stock.text(file), 6));
            clean += checkRandom("seed " + seed + ", " + file, file, old, fresh);
        }
        assertTrue("nearly all in dispute: " + clean, clean > ROUNDS / 2);
    }

    @Test
    public void randomChangesOfPropertiesAreBothCarriedOrDisputed() {
        List<String> files = new ArrayList<>(Stock.files().keySet());
        files.removeIf(file -> !file.endsWith(".properties"));
        int clean = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            String file = files.get(random.nextInt(files.size()));
            RandomHand hand = new RandomHand(random);
            byte[] old = Stock.bytesOf(hand.changeLines(Stock.text(file), 6));
            byte[] fresh = Stock.bytesOf(hand.changeLines(Stock.text(file), 6));
            clean += checkRandom("seed " + seed + ", " + file, file, old, fresh);
        }
        assertTrue("nearly all in dispute: " + clean, clean > ROUNDS / 2);
    }

    /** @return 1 if nothing was in dispute */
    private static int checkRandom(String what, String file, byte[] old, byte[] fresh) {
        byte[] stock = Stock.bytes(file);
        MergeResult result = merge(file, stock, old, fresh);
        Facts base = Facts.of(file, stock);
        Facts customers = Facts.of(file, old);
        Facts news = Facts.of(file, fresh);
        if (!result.isClean()) {
            checkDecided(what, file, old, fresh, result);
            return 0;
        }
        Facts merged = Facts.of(file, result.content());
        for (String fact : Facts.all(base, customers, news, merged)) {
            boolean right = Facts.mayBe(merged.count(fact), fact, base, customers, news);
            assertTrue(what + ": " + merged.count(fact) + " x " + fact, right);
        }
        assertSameText(what, result.content(), merge(file, stock, old, result.content()));
        MergeResult again = merge(file, stock, result.content(), fresh);
        if (file.endsWith(".xml") && again.isClean()) {
            assertSameText(what, result.content(), again);
        }
        return 1;
    }

    /** Decided for one side, the dispute is settled and nothing that this side said is missing. */
    private static void checkDecided(String what, String file, byte[] old, byte[] fresh, MergeResult disputed) {
        Facts base = Facts.of(file, Stock.bytes(file));
        for (Side side : Side.values()) {
            Decisions decisions = Decisions.none();
            for (Conflict conflict : disputed.conflicts()) {
                decisions = decisions.and(conflict.path(), side);
            }
            MergeResult decided = ConfigurationMerge.merge(
                    MergeInput.of(file, old, fresh).withBase(Stock.bytes(file)).withDecisions(decisions));
            assertTrue(what + " " + side + decided.conflicts(), decided.isClean());
            assertTrue(what, decided.unusedDecisions().isEmpty());
            assertSameText(
                    what,
                    decided.content(),
                    ConfigurationMerge.merge(MergeInput.of(file, old, fresh)
                            .withBase(Stock.bytes(file))
                            .withDecisions(Decisions.everywhere(side))));
            Facts winner = Facts.of(file, side == Side.OLD ? old : fresh);
            Facts merged = Facts.of(file, decided.content());
            for (String fact : Facts.all(winner)) {
                boolean said = winner.count(fact) > base.count(fact);
                assertTrue(what + " " + side + " lost " + fact, !said || merged.count(fact) > 0);
            }
        }
    }

    private static void assertSameText(String what, byte[] expected, MergeResult actual) {
        assertEquals(
                what,
                new String(expected, StandardCharsets.ISO_8859_1),
                new String(actual.content(), StandardCharsets.ISO_8859_1));
        assertTrue(what + actual.conflicts(), actual.isClean());
    }

    @Test
    public void equalFilesAreTakenAsTheyAre() {
        byte[] malformed = Stock.bytesOf("<a><b></a>");
        byte[] fresh = malformed.clone();
        assertSame(
                fresh,
                merge("repository/conf/x.xml", Stock.bytesOf("<a/>"), malformed, fresh)
                        .content());
    }

    private static List<String> xmlFiles() {
        List<String> files = new ArrayList<>(Stock.files().keySet());
        files.removeIf(file -> !file.endsWith(".xml"));
        return files;
    }

    private static MergeResult merge(String file, byte[] base, byte[] old, byte[] fresh) {
        return ConfigurationMerge.merge(MergeInput.of(file, old, fresh).withBase(base));
    }
}
