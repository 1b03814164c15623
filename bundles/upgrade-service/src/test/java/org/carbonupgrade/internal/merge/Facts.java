package org.carbonupgrade.internal.merge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What a configuration file says, found out with the JVM's own parsers and nothing of the merge: each setting with its
 * path and how often it stands there.
 */
public final class Facts {

    private final Map<String, Integer> counts = new TreeMap<>();

    private Facts() {}

    public static Facts of(String file, byte[] bytes) {
        return file.endsWith(".xml")
                ? ofXml(bytes)
                : file.endsWith(".properties") ? ofProperties(bytes) : ofLines(bytes);
    }

    public static Facts ofXml(byte[] bytes) {
        Facts facts = new Facts();
        facts.collect(dom(bytes), "");
        return facts;
    }

    public static Facts ofProperties(byte[] bytes) {
        Facts facts = new Facts();
        properties(bytes).forEach((key, value) -> facts.note(key + "=" + value));
        return facts;
    }

    private static Facts ofLines(byte[] bytes) {
        Facts facts = new Facts();
        for (String line : new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).split("\r?\n")) {
            facts.note(line);
        }
        return facts;
    }

    public static Properties properties(byte[] bytes) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    /** Parses XML; one that is not well-formed is an error of the test or of what is tested. */
    public static org.w3c.dom.Document dom(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private void note(String fact) {
        counts.merge(fact, 1, Integer::sum);
    }

    private void collect(Node parent, String path) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                collectElement((Element) node, path + "/" + name((Element) node));
            } else if (node instanceof Comment) {
                note(path + " <!-- " + words(node.getNodeValue()) + " -->");
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        String value = text.indexOf("\n") < 0 ? text.toString() : words(text.toString());
        note(path + " = " + (words(value).isEmpty() ? "" : value));
    }

    private void collectElement(Element element, String path) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            note(path + " @" + attributes.item(i).getNodeName() + " = "
                    + attributes.item(i).getNodeValue());
        }
        collect(element, path);
    }

    private static String name(Element element) {
        for (String naming : new String[] {"name", "className"}) {
            if (element.hasAttribute(naming)) {
                return element.getTagName() + "[" + element.getAttribute(naming) + "]";
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            boolean naming =
                    child.getNodeName().equals("name") || child.getNodeName().endsWith("-name");
            if (naming && !child.getNodeName().equals("display-name")) {
                return element.getTagName() + "[" + child.getTextContent().trim() + "]";
            }
        }
        return element.getTagName();
    }

    private static String words(String text) {
        return text.trim().replaceAll("\\s+", " ");
    }

    public int count(String fact) {
        return counts.getOrDefault(fact, 0);
    }

    /** Every fact that one of these has. */
    public static Set<String> all(Facts... several) {
        Set<String> all = new TreeSet<>();
        for (Facts facts : several) {
            all.addAll(facts.counts.keySet());
        }
        return all;
    }

    /**
     * What a merge has to come to if nothing is in dispute: for each fact what the side has that changed it; if both
     * did, both changes.
     */
    public static Map<String, Integer> merged(Facts base, Facts old, Facts fresh) {
        Map<String, Integer> merged = new TreeMap<>();
        for (String fact : all(base, old, fresh)) {
            int b = base.count(fact);
            int o = old.count(fact);
            int n = fresh.count(fact);
            int count = o == n ? o : n + o - b;
            if (count > 0) {
                merged.put(fact, count);
            }
        }
        return merged;
    }

    /**
     * Whether a merge without a dispute may have a fact so often. If both sides added or both removed it, they may have
     * meant the same one or two that are called the same.
     */
    public static boolean mayBe(int count, String fact, Facts base, Facts old, Facts fresh) {
        int b = base.count(fact);
        int o = old.count(fact);
        int n = fresh.count(fact);
        int apart = Math.max(0, n + o - b);
        if (o > b && n > b) {
            return count >= Math.max(o, n) && count <= apart;
        }
        return o < b && n < b ? count >= apart && count <= Math.min(o, n) : count == apart;
    }

    public Map<String, Integer> counts() {
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts && ((Facts) other).counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
