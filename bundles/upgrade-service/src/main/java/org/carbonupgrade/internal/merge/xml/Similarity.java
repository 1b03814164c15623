package org.carbonupgrade.internal.merge.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How much two elements have in common, by the settings in them. */
final class Similarity {

    private final Map<String, Integer> settings;
    private int count;

    private Similarity(XmlElement element) {
        settings = new HashMap<>();
        collect(element, "");
    }

    static Similarity of(XmlElement element) {
        return new Similarity(element);
    }

    private void collect(XmlElement element, String path) {
        for (XmlAttribute attribute : element.attributes()) {
            note(path + "/@" + attribute.name() + "=" + attribute.value());
        }
        if (element.isLeaf() && element.hasText()) {
            note(path + "=" + XmlChars.collapse(element.text()));
        }
        for (XmlElement child : element.elements()) {
            String childPath = path + "/" + child.name();
            if (child.isLeaf()) {
                note(childPath + attributes(child) + "=" + XmlChars.collapse(child.text()));
            } else {
                collect(child, childPath);
            }
        }
    }

    private static String attributes(XmlElement element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (XmlAttribute attribute : element.attributes()) {
            attributes.put(attribute.name(), attribute.value());
        }
        return attributes.toString();
    }

    private void note(String setting) {
        settings.merge(setting, 1, Integer::sum);
        count++;
    }

    /** From 0 (nothing in common) to 1 (all). */
    double to(Similarity other) {
        int common = 0;
        for (Map.Entry<String, Integer> setting : settings.entrySet()) {
            common += Math.min(setting.getValue(), other.settings.getOrDefault(setting.getKey(), 0));
        }
        return count + other.count == 0 ? 1 : 2.0 * common / (count + other.count);
    }
}
