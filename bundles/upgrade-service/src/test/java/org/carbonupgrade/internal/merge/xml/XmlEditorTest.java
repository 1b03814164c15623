package org.carbonupgrade.internal.merge.xml;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.carbonupgrade.internal.merge.MergeException;
import org.carbonupgrade.internal.merge.Stock;
import org.junit.Test;

public class XmlEditorTest {

    private static final String DATA_SOURCES = "repository/conf/datasources/master-datasources.xml";
    private static final String CONFIGURATION =
            "datasources-configuration/datasources/" + "datasource[name='WSO2_SHARED_DB']/definition/configuration";

    private final XmlDocument document = XmlDocument.parse(DATA_SOURCES, Stock.bytes(DATA_SOURCES));
    private final XmlEditor editor = new XmlEditor(document);

    @Test
    public void changesATextAndNothingElse() {
        XmlElement url = document.find(CONFIGURATION + "/url");
        editor.setText(url, "jdbc:mysql://db/x?a=1&b=<2>");
        String expected = Stock.text(DATA_SOURCES)
                .replaceFirst(
                        "<url>jdbc:h2:./repository/database/WSO2SHARED[^<]*",
                        "<url>jdbc:mysql://db/x?a=1&amp;b=&lt;2&gt;");
        assertEquals(expected, document.source());
        assertEquals("jdbc:mysql://db/x?a=1&b=<2>", url.text());
    }

    @Test
    public void setsAddsAndRemovesAttributesInTheirOwnQuotes() {
        XmlEditor small = editor("<a x='1'  y = \"2\" />");
        XmlElement root = small.document().root();
        small.setAttribute(root, "x", "it's \"<&\n");
        small.setAttribute(root, "z", "\"");
        small.setAttribute(root, "y", null);
        assertEquals(
                "<a x='it&apos;s \"&lt;&amp;&#10;' z=\"&quot;\" />",
                small.document().source());
        assertEquals("it's \"<&\n", root.attribute("x"));
    }

    @Test
    public void insertsOnALineOfItsOwnWithTheIndentationAndLineEndOfItsNeighbour() {
        XmlEditor small = editor("<a>\r\n\r\n  <b/>\r\n</a>");
        XmlElement b = small.document().find("a/b");
        small.insertAfter(b, "<c>\n    <d/>\n  </c>");
        small.insertBefore(b, XmlEditor.comment("mind -- this-"));
        small.append(b, "<e/>");
        assertEquals(
                "<a>\r\n  <!-- mind - - this- -->\r\n\r\n  <b>\r\n      <e/>\r\n  </b>\r\n  <c>\r\n    <d/>\r\n  </c>\r\n</a>",
                small.document().source());
    }

    @Test
    public void removesANodeWithItsLine() {
        XmlEditor small = editor("<a>\n  <b/>\n  <!-- c -->\n</a>");
        small.remove(small.document().find("a/b"));
        assertEquals("<a>\n  <!-- c -->\n</a>", small.document().source());
    }

    @Test
    public void writesWhatTheEncodingLacksAsAReference() {
        byte[] bytes = "<?xml version='1.0' encoding='ISO-8859-1'?><a/>".getBytes(StandardCharsets.ISO_8859_1);
        XmlEditor latin = new XmlEditor(XmlDocument.parse("x.xml", bytes));
        latin.setText(latin.document().root(), "\u00e9\u20ac\uD83D\uDE00");
        byte[] written = latin.document().bytes();
        assertTrue(new String(written, StandardCharsets.ISO_8859_1).contains("\u00e9&#8364;&#128512;"));
        assertEquals(
                "\u00e9\u20ac\uD83D\uDE00",
                XmlDocument.parse("x.xml", written).root().text());
    }

    @Test
    public void takesRandomEditsBackByteForByteAlsoFromAnotherProcess() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            XmlDocument edited = XmlDocument.parse("x.xml", Stock.bytes(DATA_SOURCES));
            Deque<XmlEdit> edits = new ArrayDeque<>();
            for (int i = 0; i < 8; i++) {
                edits.push(randomEdit(new XmlEditor(edited), random));
            }
            XmlDocument readAgain = XmlDocument.parse("x.xml", edited.bytes());
            for (XmlEdit edit : edits) {
                XmlEdit kept = new XmlEdit(edit.kind(), edit.path(), edit.index(), edit.before(), edit.after());
                new XmlEditor(readAgain).undo(kept);
            }
            assertArrayEquals("seed " + seed, Stock.bytes(DATA_SOURCES), readAgain.bytes());
        }
    }

    private static XmlEdit randomEdit(XmlEditor editor, Random random) {
        List<XmlElement> all = editor.document().findAll("**/*");
        XmlElement element = all.get(1 + random.nextInt(all.size() - 1));
        switch (random.nextInt(element.hasText() ? 6 : 7)) {
            case 0:
                return editor.setText(element, random.nextBoolean() ? "" : "text <" + random.nextInt() + ">");
            case 1:
                return editor.setAttribute(element, "name", "n" + random.nextInt(3));
            case 2:
                return editor.setAttribute(element, "type", null);
            case 3:
                return editor.insertAfter(element, "<added n='" + random.nextInt(3) + "'/>");
            case 4:
                return editor.insertBefore(element, "<!-- " + random.nextInt(3) + " -->");
            case 5:
                return editor.remove(element);
            default:
                return editor.append(element, "<added><name>" + random.nextInt(3) + "</name></added>");
        }
    }

    @Test
    public void refusesToTakeBackWhatWasChangedSince() {
        XmlElement url = document.find(CONFIGURATION + "/url");
        XmlEdit edit = editor.setText(url, "staging");
        editor.setText(url, "by the operator");
        MergeException e = assertThrows(MergeException.class, () -> editor.undo(edit));
        assertEquals(MergeException.CHANGED_SINCE, e.code());
        assertEquals("by the operator", url.text());
        XmlEdit removal = editor.remove(url);
        editor.remove(document.find(CONFIGURATION));
        assertThrows(MergeException.class, () -> editor.undo(removal));
    }

    @Test
    public void keepsElementsValidOverEdits() {
        for (XmlElement configuration : document.findAll("**/configuration")) {
            editor.setText(configuration.child("username"), "u");
            editor.setText(configuration.child("password"), "p");
            editor.remove(configuration.child("maxWait"));
        }
        XmlDocument again = XmlDocument.parse("x.xml", document.bytes());
        assertEquals("u", again.find(CONFIGURATION + "/username").text());
        assertNull(again.find(CONFIGURATION + "/maxWait"));
    }

    @Test
    public void keepsSecretsOutOfToString() {
        XmlEdit edit = editor.setText(document.find(CONFIGURATION + "/password"), "hidden");
        assertFalse(edit.toString(), edit.toString().contains("hidden"));
        assertTrue(edit.after().contains("hidden"));
    }

    private static XmlEditor editor(String xml) {
        return new XmlEditor(XmlDocument.parse("x.xml", xml.getBytes(StandardCharsets.UTF_8)));
    }
}
