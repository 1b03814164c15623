package org.carbonupgrade.internal.merge.xml;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.internal.merge.MergeException;
import org.carbonupgrade.internal.merge.Stock;
import org.junit.Test;

public class XmlDocumentTest {

    @Test
    public void writesEveryStockFileAgainByteForByte() {
        Stock.files().forEach((file, bytes) -> {
            if (file.endsWith(".xml")) {
                assertArrayEquals(file, bytes, XmlDocument.parse(file, bytes).bytes());
            }
        });
    }

    @Test
    public void keepsEverythingThatCanBeWrittenInMoreThanOneWay() {
        keeps("<?xml version='1.0'  encoding=\"utf-8\" standalone = 'yes' ?>\r\n<!DOCTYPE a SYSTEM 'x>y.dtd' >\n"
                + "<!-- <b> - -- -->".replace("- -- ", "- ")
                + "<?pi  <x> ?>\n<a  x = 'it\"s'\n\ty=\"&lt;'&#10;&#xA;\" ><b/><b /><b></b ><c\n>t&amp;&#65;<![CDATA[<&]]&gt;]]>"
                + "\r</c></a>\n<!--after--> \n");
        keeps("<a/>");
        keeps("\n<a></a>");
        keeps("<\u00e4:\u03b1 \u00e9='\uD83D\uDE00' xmlns:\u00e4='u'/>");
    }

    private static void keeps(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertEquals(xml, XmlDocument.parse("x.xml", bytes).source());
        assertArrayEquals(bytes, XmlDocument.parse("x.xml", bytes).bytes());
    }

    @Test
    public void keepsEveryEncoding() throws IOException {
        String text = "<a x='\u00e9'>\u00fc</a>";
        for (String name : new String[] {"UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252"}) {
            String xml = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n" + text;
            XmlDocument document = XmlDocument.parse("x.xml", xml.getBytes(Charset.forName(name)));
            assertEquals(name, "\u00fc", document.root().text());
            assertArrayEquals(name, xml.getBytes(Charset.forName(name)), document.bytes());
        }
        for (String name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE"}) {
            ByteArrayOutputStream marked = new ByteArrayOutputStream();
            marked.write(("\uFEFF" + text).getBytes(Charset.forName(name)));
            XmlDocument document = XmlDocument.parse("x.xml", marked.toByteArray());
            assertEquals(name, "\u00fc", document.root().text());
            assertArrayEquals(name, marked.toByteArray(), document.bytes());
        }
    }

    @Test
    public void refusesBytesThatAreNotTheirEncoding() {
        refuses(MergeException.ENCODING, "<a>\u00fc</a>".getBytes(StandardCharsets.ISO_8859_1));
        refuses(MergeException.ENCODING, "<?xml version='1.0' encoding='klingon'?><a/>");
        refuses(MergeException.ENCODING, "<?xml version='1.0' encoding='UTF-16'?><a/>");
        refuses(MergeException.ENCODING, "\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?><a/>");
    }

    @Test
    public void refusesAnEncodingThatWouldNotGiveTheSameBytesAgain() {
        refuses(MergeException.ENCODING, "<?xml version='1.0' encoding='ISO-2022-JP'?><a>\u001b(B\u001b(B</a>");
    }

    @Test
    public void refusesWhatIsNotWellFormedAndSaysWhere() {
        MergeException e = refuses(MergeException.NOT_WELL_FORMED, "<a>\n<b>\n</a>");
        assertTrue(e.getMessage(), e.where().startsWith("conf/x.xml line 3"));
        assertFalse(e.remedy().isEmpty());
        refuses(MergeException.NOT_WELL_FORMED, "");
        refuses(MergeException.NOT_WELL_FORMED, "<a x='1' x='2'/>");
        refuses(MergeException.NOT_WELL_FORMED, "<a>&nbsp;</a>");
        refuses(MergeException.NOT_WELL_FORMED, "<a/><b/>");
        refuses(MergeException.NOT_WELL_FORMED, "<a><x:b/></a>");
    }

    @Test
    public void refusesEntitiesBeforeTheyCanDoHarm() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.write(secret, "top secret".getBytes(StandardCharsets.UTF_8));
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e").append(i).append(" '");
            for (int j = 0; j < 10; j++) {
                bomb.append("&e").append(i - 1).append(";");
            }
            bomb.append("'>");
        }
        refuses(MergeException.DECLARES_ENTITIES, bomb + "]><a>&e39;</a>");
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";
        MergeException e = refuses(MergeException.DECLARES_ENTITIES, external);
        assertFalse(e.getMessage(), e.getMessage().contains("top secret"));
        refuses(MergeException.DECLARES_ENTITIES, "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///x'> %p;]><a/>");
        refuses(MergeException.DECLARES_ENTITIES, "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>");
        Files.delete(secret);
    }

    @Test
    public void neverLoadsAnExternalDocumentType() throws IOException {
        Path dtd = Files.createTempFile("type", ".dtd");
        Files.write(dtd, "<!ENTITY x 'loaded'> this is no dtd".getBytes(StandardCharsets.UTF_8));
        String xml = "<!DOCTYPE a SYSTEM \"" + dtd.toUri() + "\"><a>1</a>";
        assertEquals("1", parse(xml).root().text());
        Files.delete(dtd);
    }

    @Test(timeout = 20_000)
    public void refusesDeepNestingWithoutOverflowingTheStack() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            deep.append("<a>");
        }
        for (int i = 0; i < 200_000; i++) {
            deep.append("</a>");
        }
        refuses(MergeException.TOO_DEEP, deep.toString());
    }

    @Test
    public void saysNothingOfItsContentInToString() {
        XmlDocument document = parse("<a><password>hidden</password></a>");
        String shown =
                document.root().child("password").toString() + document.root().nodes();
        assertFalse(shown, shown.contains("hidden"));
    }

    private static XmlDocument parse(String xml) {
        return XmlDocument.parse("conf/x.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static MergeException refuses(String code, String xml) {
        return refuses(code, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static MergeException refuses(String code, byte[] bytes) {
        MergeException e = assertThrows(MergeException.class, () -> XmlDocument.parse("conf/x.xml", bytes));
        assertEquals(e.getMessage(), code, e.code());
        return e;
    }
}
