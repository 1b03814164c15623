package org.carbonupgrade.internal.merge;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Every customisation by itself: carried into the new version, with nothing lost of either. */
@RunWith(Parameterized.class)
public class CustomisationsTest {

    private final String file;
    private final String vanilla;
    private final String old;
    private final String fresh;

    public CustomisationsTest(Customisation customisation) {
        file = customisation.file();
        vanilla = Stock.text(file);
        old = customisation.applyTo(vanilla);
        fresh = NewVersion.of(file);
    }

    @Parameters(name = "{0}")
    public static List<Object[]> customisations() {
        return Customisations.all().stream()
                .map(customisation -> new Object[] {customisation})
                .collect(Collectors.toList());
    }

    @Test
    public void isCarriedAndNoNewDefaultIsLost() {
        assertNotEquals("the customisation changes nothing", facts(vanilla), facts(old));
        assertNotEquals("the new version changes nothing", facts(vanilla), facts(fresh));
        MergeResult result = merge(vanilla, old, fresh);
        assertEquals(result.conflicts().toString(), 0, result.conflicts().size());
        Facts merged = Facts.of(file, result.content());
        Map<String, Integer> expected = Facts.merged(facts(vanilla), facts(old), facts(fresh));
        assertEquals(lines(expected), lines(merged.counts()));
        assertTrue(result.changes().size() > 0);
    }

    @Test
    public void isCarriedOnceHoweverOftenItIsMerged() {
        byte[] merged = merge(vanilla, old, fresh).content();
        MergeResult again = merge(vanilla, old, latin(merged));
        assertArrayEquals("merged into its own result", merged, again.content());
        assertArrayEquals(
                "as the customer's file",
                merged,
                merge(vanilla, latin(merged), fresh).content());
        assertEquals(again.conflicts().toString(), 0, again.conflicts().size());
    }

    private MergeResult merge(String base, String customers, String news) {
        return ConfigurationMerge.merge(MergeInput.of(file, Stock.bytesOf(customers), Stock.bytesOf(news))
                .withBase(Stock.bytesOf(base)));
    }

    private Facts facts(String text) {
        return Facts.of(file, Stock.bytesOf(text));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static String lines(Map<String, Integer> facts) {
        StringBuilder lines = new StringBuilder();
        facts.forEach(
                (fact, count) -> lines.append(count).append(" x ").append(fact).append('\n'));
        return lines.toString();
    }
}
