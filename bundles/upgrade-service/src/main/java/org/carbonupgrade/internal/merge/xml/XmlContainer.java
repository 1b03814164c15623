package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What other nodes stand in: an element or the document. */
public abstract class XmlContainer extends XmlNode {

    private final List<XmlNode> nodes = new ArrayList<>();
    private List<XmlElement> elements;
    private Map<XmlElement, Integer> places;

    XmlContainer() {}

    /** Everything inside, in order, layout included. */
    public final List<XmlNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** The elements directly inside, in order. */
    public final List<XmlElement> elements() {
        if (elements == null) {
            List<XmlElement> found = new ArrayList<>();
            for (XmlNode node : nodes) {
                if (node instanceof XmlElement) {
                    found.add((XmlElement) node);
                }
            }
            elements = Collections.unmodifiableList(found);
        }
        return elements;
    }

    /** How many elements of the same name stand before an element of this container. */
    final int placeAmongNamesakes(XmlElement element) {
        if (places == null) {
            places = new IdentityHashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            for (XmlElement child : elements()) {
                places.put(child, counts.merge(child.name(), 1, Integer::sum) - 1);
            }
        }
        return places.get(element);
    }

    /** What stands directly inside apart from text: elements, comments, processing instructions. */
    final List<XmlNode> items() {
        List<XmlNode> items = new ArrayList<>();
        for (XmlNode node : nodes) {
            if (!(node instanceof XmlText) && !isDeclaration(node)) {
                items.add(node);
            }
        }
        return items;
    }

    private static boolean isDeclaration(XmlNode node) {
        return node instanceof XmlMarkup && ((XmlMarkup) node).isDeclaration();
    }

    /** Whether there is text inside that is more than layout. */
    final boolean hasText() {
        for (XmlNode node : nodes) {
            if (node instanceof XmlText && !((XmlText) node).isBlank()) {
                return true;
            }
        }
        return false;
    }

    final void add(XmlNode node) {
        add(nodes.size(), node);
    }

    final void add(int index, XmlNode node) {
        node.parent(this);
        nodes.add(index, node);
        needsEndTag();
        changed();
    }

    final void remove(int index) {
        nodes.remove(index).parent(null);
        changed();
    }

    final void replaceNodes(List<XmlNode> replacement) {
        for (XmlNode node : nodes) {
            node.parent(null);
        }
        nodes.clear();
        for (XmlNode node : replacement) {
            node.parent(this);
            nodes.add(node);
            needsEndTag();
        }
        changed();
    }

    /** Called when a node was added: an element without an end tag needs one now. */
    void needsEndTag() {}

    /** Forgets what was found out about this container before its content changed. */
    void changed() {
        elements = null;
        places = null;
    }

    final int indexOf(XmlNode node) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) == node) {
                return i;
            }
        }
        return -1;
    }

    final void writeNodes(StringBuilder out, RawFilter filter) {
        for (XmlNode node : nodes) {
            node.write(out, filter);
        }
    }

    /** The content as it stands in the file. */
    final String content() {
        return content(RawFilter.NONE);
    }

    final String content(RawFilter filter) {
        StringBuilder out = new StringBuilder();
        writeNodes(out, filter);
        return out.toString();
    }
}
