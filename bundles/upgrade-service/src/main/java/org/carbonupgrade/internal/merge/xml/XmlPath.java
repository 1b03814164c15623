package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A simple way to name elements of a file: {@code Server/Ports/Offset}, {@code
 * datasources-configuration/datasources/datasource[name='WSO2_CARBON_DB']/definition}, {@code
 * Server/Service/Connector[2]/@port}.
 *
 * <p>The first step is the outermost element; {@code *} is any one element, {@code **} any number of levels; a step may
 * carry {@code [@attribute='value']}, {@code [child='value']} and, last, {@code [n]} (the n-th of those, from 1). A
 * last step {@code @name} names an attribute.
 */
public final class XmlPath {

    private final String text;
    private final List<PathStep> steps;
    private final String attribute;

    private XmlPath(String text, List<PathStep> steps, String attribute) {
        this.text = text;
        this.steps = steps;
        this.attribute = attribute;
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is not written as described above
     */
    public static XmlPath parse(String text) {
        List<PathStep> steps = new ArrayList<>();
        String attribute = null;
        for (String step : split(text)) {
            if (attribute != null || step.isEmpty()) {
                throw new IllegalArgumentException("not a path: " + text);
            }
            if (step.startsWith("@")) {
                attribute = step.substring(1);
            } else {
                steps.add(PathStep.parse(step));
            }
        }
        return new XmlPath(text, steps, attribute);
    }

    private static List<String> split(String text) {
        List<String> steps = new ArrayList<>();
        char quote = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '/') {
                steps.add(text.substring(start, i));
                start = i + 1;
            }
        }
        steps.add(text.substring(start));
        return steps;
    }

    /** The path that names a node of a tree; for a comment, the path of what it stands in with {@code comment()}. */
    public static String of(XmlNode node) {
        if (!(node instanceof XmlElement)) {
            String kind = node instanceof XmlComment ? "comment()" : "node()";
            return node.parent() instanceof XmlElement ? of(node.parent()) + "/" + kind : kind;
        }
        Deque<String> names = new ArrayDeque<>();
        for (XmlNode at = node; at instanceof XmlElement; at = at.parent()) {
            names.push(PathStep.nameOf((XmlElement) at));
        }
        return String.join("/", names);
    }

    /** The attribute that the path ends in, or null. */
    public String attribute() {
        return attribute;
    }

    /** The elements of a document that the path names (or whose attribute it names), in the file's order. */
    public List<XmlElement> findAll(XmlDocument document) {
        List<XmlElement> found = new ArrayList<>();
        collect(document, found);
        return found;
    }

    private void collect(XmlContainer container, List<XmlElement> found) {
        for (XmlElement element : container.elements()) {
            if (matches(element)) {
                found.add(element);
            }
            collect(element, found);
        }
    }

    /** Whether the path names this element (or an attribute of it). */
    public boolean matches(XmlElement element) {
        List<XmlElement> line = new ArrayList<>();
        for (XmlNode at = element; at instanceof XmlElement; at = at.parent()) {
            line.add((XmlElement) at);
        }
        Collections.reverse(line);
        return matches(0, line, 0);
    }

    private boolean matches(int step, List<XmlElement> line, int level) {
        if (step == steps.size()) {
            return level == line.size();
        }
        if (steps.get(step).isAnyDepth()) {
            for (int skipped = level; skipped <= line.size(); skipped++) {
                if (matches(step + 1, line, skipped)) {
                    return true;
                }
            }
            return false;
        }
        return level < line.size() && steps.get(step).matches(line.get(level)) && matches(step + 1, line, level + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
