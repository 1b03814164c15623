package org.carbonupgrade.internal.merge.xml;

import static org.carbonupgrade.internal.merge.xml.XmlMerges.assertConflict;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.assertMerged;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.decided;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.input;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.merge;
import static org.carbonupgrade.internal.merge.xml.XmlMerges.text;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.ConfigurationMerge;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.merge.Decisions;
import org.carbonupgrade.internal.merge.MergeException;
import org.carbonupgrade.internal.merge.MergeInput;
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.merge.Side;
import org.junit.Assert;
import org.junit.Test;

public class XmlLaneTest {

    private static final String BASE = "<s>\n  <a>1</a>\n  <p name='x'>1</p>\n  <p name='y' k=\"1\"/>\n</s>\n";

    @Test
    public void splicesTheCustomersChangeIntoTheNewTextAndNothingElse() {
        assertMerged(
                "<s>\n\t<a >2</a>\n  <p name=\"x\">1</p>\n  <p   k='2' name='y'/>\n  <new/></s>\n",
                BASE,
                BASE.replace(">1</a>", ">2</a>").replace("k=\"1\"", "k='2'"),
                "<s>\n\t<a >1</a>\n  <p name=\"x\">1</p>\n  <p   k='1' name='y'/>\n  <new/></s>\n");
    }

    @Test
    public void asksAboutATextThatBothChanged() {
        MergeResult result = merge(BASE, BASE.replace(">1</a>", ">2</a>"), BASE.replace(">1</a>", ">3</a>"));
        assertConflict(result, Conflict.Kind.BOTH_CHANGED, "s/a", "1", "2", "3");
        assertEquals(
                "a value in dispute is the new version's", 0, result.changes().size());
    }

    @Test
    public void asksAboutAnAttributeThatBothChangedOrOneTookOut() {
        String old = BASE.replace(" k=\"1\"", " k=\"2\"");
        assertConflict(
                merge(BASE, old, BASE.replace(" k=\"1\"", " k=\"3\"")),
                Conflict.Kind.BOTH_CHANGED,
                "s/p[@name='y']/@k",
                "1",
                "2",
                "3");
        assertConflict(
                merge(BASE, old, BASE.replace(" k=\"1\"", "")),
                Conflict.Kind.REMOVED_BY_NEW_VERSION,
                "s/p[@name='y']/@k",
                "1",
                "2",
                null);
        assertConflict(
                merge(BASE, BASE.replace(" k=\"1\"", ""), old),
                Conflict.Kind.REMOVED_BY_CUSTOMER,
                "s/p[@name='y']/@k",
                "1",
                null,
                "2");
        assertConflict(
                merge(BASE, BASE.replace("<a>", "<a z='1'>"), BASE.replace("<a>", "<a z='2'>")),
                Conflict.Kind.BOTH_ADDED,
                "s/a/@z",
                null,
                "1",
                "2");
    }

    @Test
    public void asksAboutAnElementThatOneTookOutAndTheOtherChanged() {
        String without = BASE.replace("\n  <p name='x'>1</p>", "");
        String changed = BASE.replace("'x'>1", "'x'>2");
        assertConflict(
                merge(BASE, without, changed),
                Conflict.Kind.REMOVED_BY_CUSTOMER,
                "s/p[@name='x']",
                "<p name='x'>1</p>",
                null,
                "<p name='x'>2</p>");
        assertConflict(
                merge(BASE, changed, without),
                Conflict.Kind.REMOVED_BY_NEW_VERSION,
                "s/p[@name='x']",
                "<p name='x'>1</p>",
                "<p name='x'>2</p>",
                null);
        assertEquals(without, decided(BASE, without, changed, "s/p[@name='x']", Side.OLD));
        assertEquals(changed, decided(BASE, without, changed, "s/p[@name='x']", Side.NEW));
        assertEquals(changed, decided(BASE, changed, without, "s/p[@name='x']", Side.OLD));
        assertEquals(without, decided(BASE, changed, without, "s/p[@name='x']", Side.NEW));
    }

    @Test
    public void asksAboutWhatBothAddedDifferentlyAndJoinsWhatTheyDoNotDisagreeAbout() {
        String old = BASE.replace("</s>", "  <p name='z' o='1'>7</p>\n</s>");
        String fresh = BASE.replace("</s>", "  <p name='z' n='1'>8</p>\n</s>");
        assertConflict(merge(BASE, old, fresh), Conflict.Kind.BOTH_ADDED, "s/p[@name='z']", null, "7", "8");
        assertEquals(
                BASE.replace("</s>", "  <p name='z' o='1' n='1'>7</p>\n</s>"),
                decided(BASE, old, fresh, "s/p[@name='z']", Side.OLD));
        assertMerged(old, BASE, old, old);
    }

    @Test
    public void putsIntoAComentWhatTheCustomerPutThereUnlessTheNewVersionChangedIt() {
        String base = "<s>\n  <b>1</b>\n  <c/>\n</s>";
        String old = base.replace("<b>1</b>", "<!-- <b>1</b> -->");
        MergeResult result = merge(base, old, base.replace("<c/>", "<c x='1'/>"));
        assertEquals("<s>\n  <!-- <b>1</b> -->\n  <c x='1'/>\n</s>", text(result));
        assertEquals(ChangeKind.DISABLED, result.changes().get(0).kind());
        String fresh = base.replace("<b>1", "<b>2");
        assertConflict(merge(base, old, fresh), Conflict.Kind.REMOVED_BY_CUSTOMER, "s/b", "<b>1</b>", null, "<b>2</b>");
        assertEquals(old, decided(base, old, fresh, "s/b", Side.OLD));
        assertEquals("without a useless comment", fresh, decided(base, old, fresh, "s/b", Side.NEW));
    }

    @Test
    public void takesTextWithElementsInItAsOneValue() {
        String base = "<s><t>Hello <b>you</b>!</t><k/></s>";
        String old = base.replace("Hello", "Dear");
        assertMerged(old.replace("<k/>", "<k x='1'/>"), base, old, base.replace("<k/>", "<k x='1'/>"));
        assertConflict(
                merge(base, old, base.replace("you", "me")),
                Conflict.Kind.BOTH_CHANGED,
                "s/t",
                "Hello <b>you</b>!",
                "Dear <b>you</b>!",
                "Hello <b>me</b>!");
    }

    @Test
    public void fillsAnElementThatTheNewVersionWritesWithoutAnEndTag() {
        assertMerged(
                "<s><a>\n  <x/>\n</a><b >5</b><n/></s>",
                "<s><a/><b /></s>",
                "<s><a>\n  <x/>\n</a><b>5</b></s>",
                "<s><a /><b /><n/></s>".replace("<b />", "<b ></b>"));
    }

    @Test
    public void keepsTheNewVersionsLineEndsInWhatIsCarried() {
        String base = "<s>\n  <a/>\n</s>";
        String old = "<s>\n  <a/>\n  <b>\n    <!-- x\n y -->\n  </b>\n</s>";
        String fresh = "<s>\r\n  <a n='1'/>\r\n</s>";
        assertMerged("<s>\r\n  <a n='1'/>\r\n  <b>\r\n    <!-- x\r\n y -->\r\n  </b>\r\n</s>", base, old, fresh);
    }

    @Test
    public void writesCharactersThatTheNewEncodingLacksAsReferences() {
        String head = "<?xml version=\"1.0\" encoding=\"%s\"?>\n";
        String base = "<s><a/></s>";
        byte[] old =
                (String.format(head, "UTF-8") + "<s><a x=\"\u20ac\">\u03b1</a></s>").getBytes(StandardCharsets.UTF_8);
        byte[] bases = (String.format(head, "UTF-8") + base).getBytes(StandardCharsets.UTF_8);
        byte[] fresh =
                (String.format(head, "ISO-8859-1") + "<s><a/><n>\u00e9</n></s>").getBytes(StandardCharsets.ISO_8859_1);
        MergeResult result =
                ConfigurationMerge.merge(MergeInput.of("x.xml", old, fresh).withBase(bases));
        assertArrayEquals(
                (String.format(head, "ISO-8859-1") + "<s><a x=\"&#8364;\">&#945;</a><n>\u00e9</n></s>")
                        .getBytes(StandardCharsets.ISO_8859_1),
                result.content());
    }

    @Test
    public void followsTheCustomersChangeOfTheEncoding() {
        String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<s>\u00e9</s>";
        String utf = latin.replace("ISO-8859-1", "UTF-8").replace("<s>", "<!-- \u20ac --><s>");
        Charset iso = StandardCharsets.ISO_8859_1;
        MergeResult result = ConfigurationMerge.merge(MergeInput.of(
                        "x.xml",
                        utf.getBytes(StandardCharsets.UTF_8),
                        latin.replace("<s>", "<s n=\"1\">").getBytes(iso))
                .withBase(latin.getBytes(iso)));
        assertEquals(utf.replace("<s>", "\n<s n=\"1\">"), text(result));
    }

    @Test
    public void disputesTheWholeFileIfTheVersionsDoNotFitTogether() {
        assertWholeFile(merge("<a/>", "<a x='1'/>", "<b/>"));
        String base = "<s xmlns:v='u'><a/></s>";
        assertWholeFile(merge(base, "<s xmlns:v='u'><a v:x='1'/></s>", "<s><a n='1'/></s>"));
    }

    private static void assertWholeFile(MergeResult result) {
        assertEquals("", result.conflicts().get(result.conflicts().size() - 1).path());
    }

    @Test
    public void mergesTheDocumentTypeAndWhatStandsOutside() {
        String base = "<!DOCTYPE s SYSTEM 'a.dtd'>\n<!-- 1 -->\n<s/>\n";
        String old = "<!DOCTYPE s SYSTEM 'b.dtd'>\n<!-- 1 -->\n<!-- mine -->\n<s/>\n<!-- end -->\n";
        assertMerged(old.replace("<s/>", "<s n='1'/>"), base, old, base.replace("<s/>", "<s n='1'/>"));
        MergeResult result = merge(base, old, base.replace("a.dtd", "c.dtd"));
        assertEquals("<!DOCTYPE>", result.conflicts().get(0).path());
    }

    @Test
    public void saysOfWhomAMalformedFileIsAndWhere() {
        MergeException e = Assert.assertThrows(MergeException.class, () -> merge("<s/>", "<s>\n<a></s>", "<s n='1'/>"));
        assertEquals(MergeException.NOT_WELL_FORMED, e.code());
        assertEquals("x.xml of the old home line 2", e.where());
    }

    @Test
    public void ignoresDecisionsAboutNothingButNamesThem() {
        MergeResult result = ConfigurationMerge.merge(input(BASE, BASE.replace(">1</a>", ">2</a>"), BASE + "\n")
                .withDecisions(Decisions.none().and("s/b", Side.OLD)));
        assertEquals("[s/b]", result.unusedDecisions().toString());
    }
}
