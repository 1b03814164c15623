package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/** Compares what trees say rather than how they are written: layout, quotes and the order of attributes do not count. */
final class Meaning {

    private Meaning() {}

    /** Whether a program reads the same from both; comments do not count. */
    static boolean same(XmlElement one, XmlElement other) {
        return same(one, other, false);
    }

    /** Whether program and people read the same from both. */
    static boolean sameWithComments(XmlElement one, XmlElement other) {
        return same(one, other, true);
    }

    private static boolean same(XmlElement one, XmlElement other, boolean comments) {
        return one.name().equals(other.name()) && sameAttributes(one, other) && sameContent(one, other, comments);
    }

    static boolean sameContent(XmlElement one, XmlElement other, boolean comments) {
        if (one.hasText() || other.hasText()) {
            return XmlChars.sameValue(mixed(one, comments), mixed(other, comments));
        }
        Iterator<XmlNode> ones = counted(one, comments).iterator();
        Iterator<XmlNode> others = counted(other, comments).iterator();
        while (ones.hasNext() && others.hasNext()) {
            if (!same(ones.next(), others.next(), comments)) {
                return false;
            }
        }
        return !ones.hasNext() && !others.hasNext();
    }

    private static List<XmlNode> counted(XmlElement element, boolean comments) {
        List<XmlNode> counted = new ArrayList<>();
        for (XmlNode item : element.items()) {
            if (comments || !(item instanceof XmlComment)) {
                counted.add(item);
            }
        }
        return counted;
    }

    private static boolean same(XmlNode one, XmlNode other, boolean comments) {
        if (one instanceof XmlElement && other instanceof XmlElement) {
            return same((XmlElement) one, (XmlElement) other, comments);
        }
        return !(one instanceof XmlElement)
                && !(other instanceof XmlElement)
                && words(one).equals(words(other));
    }

    private static boolean sameAttributes(XmlElement one, XmlElement other) {
        if (one.attributes().size() != other.attributes().size()) {
            return false;
        }
        for (XmlAttribute attribute : one.attributes()) {
            XmlAttribute others = other.findAttribute(attribute.name());
            if (others == null || !attribute.saysTheSameAs(others)) {
                return false;
            }
        }
        return true;
    }

    /** Text with the elements in it in one normal way of writing: no layout can be told from content here. */
    private static String mixed(XmlElement element, boolean comments) {
        StringBuilder out = new StringBuilder();
        for (XmlNode node : element.nodes()) {
            if (node instanceof XmlText) {
                out.append(((XmlText) node).value());
            } else if (node instanceof XmlElement) {
                out.append('\u0001').append(signature((XmlElement) node)).append('\u0002');
            } else if (comments || !(node instanceof XmlComment)) {
                out.append('\u0003').append(words(node)).append('\u0004');
            }
        }
        return out.toString();
    }

    /** A text that is equal for elements of equal meaning, comments included. */
    static String signature(XmlElement element) {
        StringBuilder out = new StringBuilder(element.name());
        TreeMap<String, String> attributes = new TreeMap<>();
        for (XmlAttribute attribute : element.attributes()) {
            attributes.put(attribute.name(), attribute.value());
        }
        out.append(attributes).append('\u0001');
        if (element.hasText()) {
            out.append(XmlChars.collapse(mixed(element, true)));
        } else {
            for (XmlNode item : element.items()) {
                out.append(item instanceof XmlElement ? signature((XmlElement) item) : words(item))
                        .append('\u0002');
            }
        }
        return out.append('\u0003').toString();
    }

    /** What a comment, an instruction or a document type says, whatever its layout. */
    static String words(XmlNode node) {
        return node instanceof XmlComment ? "<!--" + ((XmlComment) node).words() : ((XmlMarkup) node).words();
    }
}
