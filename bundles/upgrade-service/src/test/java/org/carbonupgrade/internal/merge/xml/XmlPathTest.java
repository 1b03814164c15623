package org.carbonupgrade.internal.merge.xml;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import org.carbonupgrade.internal.merge.Stock;
import org.junit.Test;

public class XmlPathTest {

    @Test
    public void namesEveryElementOfEveryStockFileSoThatItIsFoundAgain() {
        Stock.files().forEach((file, bytes) -> {
            if (file.endsWith(".xml") && bytes.length < 40_000) {
                XmlDocument document = XmlDocument.parse(file, bytes);
                for (XmlElement element : document.findAll("**/*")) {
                    String path = XmlPath.of(element);
                    assertEquals(path, 1, document.findAll(path).size());
                    assertSame(path, element, document.find(path));
                }
            }
        });
    }

    @Test
    public void findsByNameAttributeChildAndPlace() {
        XmlDocument document =
                document("<a><b n='1'><c>x/y</c></b><b n=\"2\"/><b n='2'><c>z</c></b><d:e xmlns:d='u'/></a>");
        assertEquals(3, document.findAll("a/b").size());
        assertEquals("x/y", document.find("a/b[c='x/y']/c").text());
        assertEquals("z", document.find("a/b[@n='2'][2]/c").text());
        assertEquals("z", document.find("**/b[3]/c").text());
        assertEquals(2, document.findAll("a/*/c").size());
        assertEquals("2", document.find("a/b[2]/@n").attribute("n"));
        assertEquals("d:e", document.find("a/d:e").name());
        assertEquals(8, document.findAll("**").size() + document.findAll("a").size());
        assertNull(document.find("a/b[4]"));
        assertNull(document.find("b"));
    }

    @Test
    public void namesWhatStandsAlikeByItsPlace() {
        XmlDocument document = document(
                "<a><b/><b x='1'/><c name=\"it's\"/><c name='q\"q&apos;'/><p name='same'/><p name='same'/></a>");
        assertEquals("a/b[2]", XmlPath.of(document.root().elements().get(1)));
        assertEquals(
                "a/c[@name=\"it's\"]", XmlPath.of(document.root().elements().get(2)));
        assertEquals("a/c[2]", XmlPath.of(document.root().elements().get(3)));
        assertEquals(
                "a/p[@name='same'][2]", XmlPath.of(document.root().elements().get(5)));
    }

    @Test
    public void refusesWhatIsNoPath() {
        for (String wrong : new String[] {"", "a//b", "a/[1]", "a/@b/c", "a[b", "a[@x=1]", "a[1][@x='1']x"}) {
            assertThrows(wrong, IllegalArgumentException.class, () -> XmlPath.parse(wrong));
        }
        assertTrue(XmlPath.parse("a[@x=']/[']/b").toString().endsWith("/b"));
    }

    private static XmlDocument document(String xml) {
        return XmlDocument.parse("x.xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
