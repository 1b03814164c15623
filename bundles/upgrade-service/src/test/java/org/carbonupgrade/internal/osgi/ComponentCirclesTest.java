package org.carbonupgrade.internal.osgi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Holds the component descriptions that are generated from our annotations against each other. */
public class ComponentCirclesTest {

    private final Map<String, String> providers = new TreeMap<>();
    private final Map<String, Set<String>> references = new TreeMap<>();

    /** Equinox leaves one of a circle's references empty, an optional one for ever, and only warns. */
    @Test
    public void noComponentNeedsItself() throws Exception {
        Path generated = Paths.get("target/classes/OSGI-INF");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(generated, "*.xml")) {
            for (Path file : files) {
                read(file);
            }
        }
        assertTrue("components: " + references.keySet(), references.size() >= 5);
        for (String component : references.keySet()) {
            assertEquals(Collections.emptyList(), circle(component, new ArrayList<>(), new HashSet<>()));
        }
    }

    private void read(Path file) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        String component = document.getDocumentElement().getAttribute("name");
        interfaces(document, "provide").forEach(service -> providers.put(service, component));
        references.put(component, interfaces(document, "reference"));
    }

    private static Set<String> interfaces(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        Set<String> interfaces = new HashSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            interfaces.add(((Element) nodes.item(i)).getAttribute("interface"));
        }
        return interfaces;
    }

    /** The way from a component back to itself; empty if there is none. */
    private List<String> circle(String component, List<String> way, Set<String> seen) {
        if (!way.isEmpty() && way.get(0).equals(component)) {
            return way;
        }
        if (!seen.add(component)) {
            return Collections.emptyList();
        }
        List<String> on = new ArrayList<>(way);
        on.add(component);
        for (String service : references.get(component)) {
            if (providers.containsKey(service)) {
                List<String> circle = circle(providers.get(service), on, seen);
                if (!circle.isEmpty()) {
                    return circle;
                }
            }
        }
        return Collections.emptyList();
    }
}
