package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** {@code verification.xml} as a CI server reads it. */
final class JUnitXml {

    private final Element suite;

    private JUnitXml(Element suite) {
        this.suite = suite;
    }

    static JUnitXml at(Path file) throws IOException, SAXException, ParserConfigurationException {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        if (!root.getTagName().equals("testsuite")) {
            throw new IOException("no test suite: " + root.getTagName());
        }
        return new JUnitXml(root);
    }

    int attribute(String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }

    /** The names of the test cases. */
    List<String> cases() {
        List<String> names = new ArrayList<>();
        elements("testcase").forEach(testCase -> names.add(testCase.getAttribute("name")));
        return names;
    }

    /** The names of those that failed or could not run. */
    List<String> failed() {
        List<String> names = new ArrayList<>();
        for (String kind : List.of("failure", "error")) {
            for (Element failure : elements(kind)) {
                names.add(((Element) failure.getParentNode()).getAttribute("name"));
            }
        }
        return names;
    }

    private List<Element> elements(String name) {
        NodeList nodes = suite.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
