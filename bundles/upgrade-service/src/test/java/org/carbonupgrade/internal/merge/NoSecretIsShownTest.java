package org.carbonupgrade.internal.merge;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** Plants secrets wherever Carbon's files have them, changes them on both sides, and looks for them in all that is said. */
public class NoSecretIsShownTest {

    private static final Pattern PLACES =
            Pattern.compile("(?i)(<(?:[\\w.]*password|svnpassword)(?: [^>]*)?>)([^<]*)(?=</)"
                    + "|(name=\"[\\w.]*password\">)([^<]*)(?=</)"
                    + "|(\\w*(?:password|pass)=\")([^\"]*)(?=\")"
                    + "|((?:^|\\n)#?\\w*password\\s*=\\s*)([^\\n]*)");

    @Test
    public void inChangesConflictsDiffsOrExceptions() {
        int planted = 0;
        for (String file : Stock.files().keySet()) {
            String old = plant(Stock.text(file), "Sent1nelOld");
            String fresh = plant(Stock.text(file), "Sent1nelNew");
            planted += old.equals(fresh) ? 0 : 1;
            check(file, Stock.bytes(file), old, fresh);
            check(file, Stock.bytes(file), Customisations.together(file, Stock.text(file)), fresh);
            check(file, Stock.bytes(file), old, NewVersion.of(file));
            check(file, null, old, fresh);
        }
        assertTrue("files with secrets: " + planted, planted >= 8);
    }

    private static String plant(String text, String sentinel) {
        Matcher place = PLACES.matcher(text);
        StringBuffer planted = new StringBuffer();
        int number = 0;
        while (place.find()) {
            for (int group = 1; group <= 7; group += 2) {
                if (place.group(group) != null) {
                    place.appendReplacement(
                            planted, Matcher.quoteReplacement(place.group(group) + sentinel + number++));
                }
            }
        }
        return place.appendTail(planted)
                .toString()
                .replace(
                        "jdbc:h2:./repository",
                        "jdbc:mysql://u:" + sentinel + "@db/x?password=" + sentinel + "&amp;a=./repository");
    }

    private static void check(String file, byte[] base, String old, String fresh) {
        for (Side side : new Side[] {null, Side.OLD, Side.NEW}) {
            MergeInput input = MergeInput.of(file, Stock.bytesOf(old), Stock.bytesOf(fresh));
            input = base == null ? input.withRules(SiteRules.carbon()) : input.withBase(base);
            input = side == null ? input : input.withDecisions(Decisions.everywhere(side));
            MergeResult result = ConfigurationMerge.merge(input);
            List<String> said = new ArrayList<>();
            result.changes().forEach(change -> said.add(change.toString()));
            result.conflicts().forEach(conflict -> said.add(conflict.toString()));
            said.add(result.diff());
            said.add(result.toString());
            said.add(input.toString());
            for (String text : said) {
                int at = text.indexOf("Sent1nel");
                assertFalse(
                        file + ": " + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 30)), at >= 0);
            }
        }
    }

    @Test
    public void inAnErrorAboutAFileThatHoldsOne() {
        byte[] broken = Stock.bytesOf("<a><Password>Sent1nel</Password><b></a>");
        MergeException e = assertThrows(
                MergeException.class,
                () -> ConfigurationMerge.merge(MergeInput.of("x.xml", broken, Stock.bytesOf("<a/>"))));
        assertFalse(e.toString(), e.toString().contains("Sent1nel"));
        byte[] taken = Stock.bytesOf("<a>\n<Password>Sent1nel</Password><b></a>");
        MergeResult result = ConfigurationMerge.merge(
                MergeInput.of("x.xml", taken, Stock.bytesOf("<a/>")).withBase(Stock.bytesOf("<a/>")));
        assertFalse(result.diff(), result.diff().contains("Sent1nel"));
    }
}
