package org.carbonupgrade.internal.merge.xml;

import static org.carbonupgrade.internal.merge.xml.XmlMerges.assertConflict;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.assertMerged;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.decided;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.input;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.merge;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.text;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.Side;
import org.junit.Test;

/** How the children of an element find each other, their place, and their way in and out of comments. */
public class XmlChildrenTest {

    @Test
    public void takesACommentedElementForTheOneThatTheCustomerSwitchedOn() {
        for (String comment : new String[] {"<!-- <b>1</b> -->", "<!--b>1</b-->", "<!-- b>1</b -->"}) {
            String base = "<s>\n  " + comment + "\n  <c/>\n</s>";
            MergeResult result = merge(base, base.replace(comment, "<b>2</b>"), base.replace("<c/>", "<n/>\n  <c/>"));
            assertEquals("<s>\n  <b>2</b>\n  <n/>\n  <c/>\n</s>", text(result));
            assertEquals(ChangeKind.ENABLED, result.changes().get(0).kind());
            assertEquals("one change is one change", 1, result.changes().size());
        }
    }

    @Test
    public void keepsTheBackupOfAnElementInACommentBesideTheChangedOne() {
        String base = "<s>\n  <b>1</b>\n</s>";
        String old = "<s>\n  <!-- <b>1</b> -->\n  <b>2</b>\n</s>";
        assertEquals(old.replace("</s>", "  <n/>\n</s>"), text(merge(base, old, base.replace("</s>", "  <n/>\n</s>"))));
        assertConflict(merge(base, old, base.replace("1", "3")), Conflict.Kind.BOTH_CHANGED, "s/b", "1", "2", "3");
    }

    @Test
    public void carriesWhatTheCustomerMoved() {
        String base = "<s>\n  <f n='1'><name>a</name></f>\n  <f><name>b</name></f>\n  <f><name>c</name></f>\n</s>";
        String old = "<s>\n  <f><name>b</name></f>\n  <f><name>c</name></f>\n  <f n='1'><name>a</name></f>\n</s>";
        String fresh = base.replace("n='1'", "n='2'").replace("</s>", "  <f><name>d</name></f>\n</s>");
        MergeResult result = merge(base, old, fresh);
        assertEquals("b c a d", order(result));
        assertTrue(text(result).contains("n='2'"));
        assertEquals(ChangeKind.MOVED, result.changes().get(0).kind());
        assertEquals("b c a d", order(merge(base, text(result), fresh)));
        assertEquals("b c a d", order(merge(base, old, text(result))));
    }

    @Test
    public void asksAboutWhatBothMoved() {
        String base = list("a", "b", "c", "d");
        MergeResult result = merge(base, list("b", "a", "c", "d"), list("b", "c", "d", "a"));
        assertEquals(Conflict.Kind.BOTH_MOVED, result.conflicts().get(0).kind());
        String path = result.conflicts().get(0).path();
        assertEquals("s/f[name='a']/position()", path);
        MergeInput input = input(base, list("b", "a", "c", "d"), list("b", "c", "d", "a"));
        MergeResult decided =
                ConfigurationMerge.merge(input.withDecisions(Decisions.none().and(path, Side.OLD)));
        assertEquals("b a c d", order(decided));
        assertEquals(
                "the same move is no dispute",
                0,
                merge(base, list("b", "a", "c", "d"), list("b", "a", "c", "d", "e"))
                        .conflicts()
                        .size());
    }

    private static String list(String... names) {
        StringBuilder list = new StringBuilder("<s>");
        for (String name : names) {
            list.append("\n  <f><name>").append(name).append("</name></f>");
        }
        return list + "\n</s>";
    }

    private static String order(MergeResult result) {
        List<XmlElement> elements =
                XmlDocument.parse("x.xml", result.content()).root().elements();
        return elements.stream().map(e -> e.child("name").text()).collect(Collectors.joining(" "));
    }

    @Test
    public void putsAnAdditionBesideItsNeighbourWhereverThatIsNow() {
        String base = "<s>\n  <a/>\n  <b/>\n  <c/>\n</s>";
        String old = "<s>\n  <first/>\n  <a/>\n  <b/>\n  <!-- mine -->\n  <x/>\n  <c/>\n</s>";
        String fresh = "<s>\n  <c/>\n  <n/>\n  <b/>\n  <m/>\n  <a/>\n</s>";
        assertMerged(
                "<s>\n  <c/>\n  <n/>\n  <b/>\n  <!-- mine -->\n  <x/>\n  <m/>\n  <first/>\n  <a/>\n</s>",
                base,
                old,
                fresh);
    }

    @Test
    public void putsAReplacementWhereTheReplacedStands() {
        String base = "<s>\n  <a/>\n  <old/>\n  <z/>\n</s>";
        assertMerged(
                "<s>\n  <a/>\n  <n/>\n  <mine/>\n  <m/>\n  <z/>\n</s>",
                base,
                base.replace("<old/>", "<mine/>"),
                "<s>\n  <a/>\n  <n/>\n  <old/>\n  <m/>\n  <z/>\n</s>");
    }

    @Test
    public void keepsACommentWithSeveralElementsIfOneOfThemIsSwitchedOff() {
        String base = "<s>\n  <a>1</a>\n  <b>1</b>\n</s>";
        String old = "<s>\n  <!-- <a>1</a>\n  <b>1</b> -->\n</s>";
        String fresh = base.replace("<b>1", "<b>2");
        assertEquals(old, decided(base, old, fresh, "s/b", Side.OLD));
        assertEquals(
                "<s>\n  <!-- <a>1</a>\n  <b>1</b> -->\n  <b>2</b>\n</s>", decided(base, old, fresh, "s/b", Side.NEW));
    }

    @Test
    public void tellsListsWithoutNamesApartByContentAndLikeness() {
        String base = "<s><r>a</r><r>b</r><c x='1' y='1' z='1' p='80'/><c x='1' y='2' z='2' p='443'/></s>";
        String old = "<s><r>a</r><r>q</r><c x='1' y='1' z='1' p='8080'/><c x='1' y='2' z='2' p='8443'/></s>";
        String fresh =
                "<s><r>n</r><r>a</r><r>b</r><c x='1' y='2' z='2' p='443' v='1'/><c x='1' y='1' z='1' p='80' v='2'/></s>";
        assertMerged(
                "<s><r>n</r><r>a</r><r>q</r><c x='1' y='2' z='2' p='8443' v='1'/><c x='1' y='1' z='1' p='8080' v='2'/></s>",
                base,
                old,
                fresh);
    }

    @Test
    public void doesNotTakeAThingForAnotherOneThatOnlyStandsInItsPlace() {
        String base = "<s><p name='a'>true</p><l class='A'/></s>";
        String old = "<s><p name='b'>true</p><l class='A'/></s>";
        assertMerged("<s><p name='b'>true</p><l class='A' n='1'/></s>", base, old, base.replace("'A'/", "'A' n='1'/"));
        MergeResult result = merge(base, old, base.replace(">true<", " n='1'>true<"));
        assertConflict(
                result,
                Conflict.Kind.REMOVED_BY_CUSTOMER,
                "s/p[@name='a']",
                "<p name='a'>true</p>",
                null,
                "<p name='a' n='1'>true</p>");
    }

    @Test
    public void followsARenamedSectionWhoseContentStayed() {
        String base = "<s><d><name>A</name><u>1</u><v>2</v><w>3</w></d><d><name>B</name><u>9</u></d></s>";
        String old = base.replace(">A<", ">MINE<");
        assertMerged(old.replace("<w>3</w>", "<w>3</w><n/>"), base, old, base.replace("<w>3</w>", "<w>3</w><n/>"));
    }

    @Test
    public void knowsASectionThatTheCustomerChangedALotByWhatTheNewVersionMadeOfIt() {
        String base = "<s><d type='A'><a>1</a><b>1</b><c>1</c></d></s>";
        String old = "<s><d type='B'><a>2</a><b>2</b><c>1</c></d></s>";
        assertMerged(old, base, old, base.replace("<b>1", "<b>2"));
    }

    @Test
    public void leavesNothingUnsaidAboutWhatItLeavesBehind() {
        String base = "<s><a><b/></a></s>";
        MergeResult result = merge(base, "<s><a><!-- mine --><b/></a></s>", "<s><n/></s>");
        Change change = result.changes().get(0);
        assertEquals(ChangeKind.NOT_CARRIED, change.kind());
        assertEquals("s/a", change.path());
    }
}
