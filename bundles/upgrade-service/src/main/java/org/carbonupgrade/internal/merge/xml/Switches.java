package org.carbonupgrade.internal.merge.xml;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.list.Triple;

/** What the customer switched off by putting it into a comment, and on by taking it out of one. */
final class Switches {

    /** From the element that the customer has no more to the comment that it stands in now. */
    private final Map<Triple<XmlNode>, Triple<XmlNode>> disabled = new IdentityHashMap<>();
    /** From the element that the customer has now to the comment that it stood in. */
    private final Map<Triple<XmlNode>, Triple<XmlNode>> enabled = new IdentityHashMap<>();

    private Switches() {}

    static Switches find(List<Triple<XmlNode>> triples) {
        Map<String, Triple<XmlNode>> writtenComments = new HashMap<>();
        Map<String, Triple<XmlNode>> droppedComments = new HashMap<>();
        for (Triple<XmlNode> triple : triples) {
            if (triple.base() == null && triple.old() instanceof XmlComment) {
                note((XmlComment) triple.old(), triple, writtenComments);
            } else if (triple.old() == null && triple.base() instanceof XmlComment) {
                note((XmlComment) triple.base(), triple, droppedComments);
            }
        }
        Switches switches = new Switches();
        for (Triple<XmlNode> triple : triples) {
            if (triple.old() == null && triple.base() instanceof XmlElement) {
                link(triple, triple.base(), writtenComments, switches.disabled);
            } else if (triple.base() == null && triple.old() instanceof XmlElement) {
                link(triple, triple.old(), droppedComments, switches.enabled);
            }
        }
        return switches;
    }

    private static void note(XmlComment comment, Triple<XmlNode> triple, Map<String, Triple<XmlNode>> byElement) {
        for (XmlElement element : Dormant.elements(comment)) {
            byElement.putIfAbsent(ElementMatcher.label(element), triple);
        }
    }

    private static void link(
            Triple<XmlNode> element,
            XmlNode node,
            Map<String, Triple<XmlNode>> comments,
            Map<Triple<XmlNode>, Triple<XmlNode>> links) {
        Triple<XmlNode> comment = comments.get(ElementMatcher.label(node));
        if (comment != null) {
            links.put(element, comment);
        }
    }

    /** The comment in which the customer put this element, or null. */
    Triple<XmlNode> disabledIn(Triple<XmlNode> element) {
        return disabled.get(element);
    }

    /** Whether this comment is what an element was put into or taken out of. */
    boolean isSwitch(Triple<XmlNode> comment) {
        return disabled.containsValue(comment) || enabled.containsValue(comment);
    }

    /** Whether the customer took this element out of a comment. */
    boolean isEnabled(Triple<XmlNode> element) {
        return enabled.containsKey(element);
    }
}
