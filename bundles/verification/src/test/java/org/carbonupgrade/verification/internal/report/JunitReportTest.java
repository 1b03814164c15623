package org.carbonupgrade.verification.internal.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

public class JunitReportTest {

    private byte[] xml;
    private Document document;

    @Before
    public void setUp() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JunitReport.write(SampleReport.withTroubles(), out);
        xml = out.toByteArray();
        document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    public void keepsToTheSchemaThatCiServersGoBy() throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/junit.xsd"));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));

        String broken = new String(xml, "UTF-8").replace("<testcase", "<case").replace("</testcase", "</case");
        assertThrows(SAXException.class, () -> schema.newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(broken.getBytes("UTF-8")))));
    }

    @Test
    public void everyCheckIsATestCase() {
        Element suite = document.getDocumentElement();
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("1", suite.getAttribute("errors"));
        assertEquals("4.376", suite.getAttribute("time"));
        assertEquals("2026-11-01T23:30:00", suite.getAttribute("timestamp"));
        assertEquals("user-stores", testCase(0).getAttribute("name"));
        assertEquals("1.234", testCase(0).getAttribute("time"));
    }

    @Test
    public void aWarningPassesAndStandsInTheOutput() {
        assertEquals(0, testCase(0).getElementsByTagName("failure").getLength());
        assertTrue(text(testCase(0), "system-out").contains("WARN VF_CLAIMS_MISSING: no claims"));
    }

    @Test
    public void aFailureSaysWhatAndHowToMendIt() {
        Element failure = (Element) testCase(1).getElementsByTagName("failure").item(0);
        assertEquals("VF_CLAIMS_DIFFER", failure.getAttribute("type"));
        assertTrue(failure.getAttribute("message").contains("<script>alert('山田')</script>"));
        assertTrue(failure.getTextContent().contains("Compare the character set"));
        assertFalse(failure.getTextContent().contains("tenant a.example: fine"));
    }

    @Test
    public void whatCouldNotRunIsAnError() {
        assertEquals(1, testCase(2).getElementsByTagName("error").getLength());
    }

    private Element testCase(int index) {
        return (Element) document.getElementsByTagName("testcase").item(index);
    }

    private static String text(Element parent, String child) {
        return parent.getElementsByTagName(child).item(0).getTextContent();
    }
}
