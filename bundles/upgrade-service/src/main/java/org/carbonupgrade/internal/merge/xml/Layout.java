package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.list.Triple;

/** Writes the merged children back, each with the white space that stands before it in its own file. */
final class Layout {

    private final Adopter adopter;

    Layout(Adopter adopter) {
        this.adopter = adopter;
    }

    void arrange(List<Triple<XmlNode>> ordered, XmlContainer old, XmlContainer fresh) {
        Map<XmlNode, String> oldSpaces = spaces(old);
        Map<XmlNode, String> freshSpaces = spaces(fresh);
        boolean firstItems = fresh.items().isEmpty() && !ordered.isEmpty();
        String tail = firstItems ? adopter.layout(oldSpaces.get(null)) : freshSpaces.get(null);
        List<XmlNode> nodes = new ArrayList<>();
        if (fresh instanceof XmlDocument && ((XmlDocument) fresh).declaration() != null) {
            nodes.add(((XmlDocument) fresh).declaration());
        }
        for (Triple<XmlNode> triple : ordered) {
            if (triple.fresh() != null) {
                addSpace(nodes, freshSpaces.get(triple.fresh()));
                nodes.add(triple.fresh());
            } else {
                addSpace(nodes, adopter.layout(oldSpaces.get(triple.old())));
                nodes.add(adopter.adopt(triple.old()));
            }
        }
        addSpace(nodes, tail);
        fresh.replaceNodes(nodes);
    }

    /** The white space before every node, and, under null, the one behind the last. */
    private static Map<XmlNode, String> spaces(XmlContainer container) {
        Map<XmlNode, String> spaces = new IdentityHashMap<>();
        StringBuilder space = new StringBuilder();
        for (XmlNode node : container.nodes()) {
            if (node instanceof XmlText) {
                space.append(node.source());
            } else {
                spaces.put(node, space.toString());
                space.setLength(0);
            }
        }
        spaces.put(null, space.toString());
        return spaces;
    }

    private static void addSpace(List<XmlNode> nodes, String space) {
        if (!space.isEmpty()) {
            nodes.add(new XmlText(space));
        }
    }
}
