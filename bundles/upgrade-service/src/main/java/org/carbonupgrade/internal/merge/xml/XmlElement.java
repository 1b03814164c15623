package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An element with its tags as written. */
public final class XmlElement extends XmlContainer {

    private final String name;
    private final List<XmlAttribute> attributes = new ArrayList<>();
    private String tail = "";
    private String endTag;
    private Identity identity;

    XmlElement(String name) {
        this.name = name;
    }

    /** The name with its prefix, as written. */
    public String name() {
        return name;
    }

    /** The text inside, references resolved; of an element with elements inside, only its own text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (XmlNode node : nodes()) {
            if (node instanceof XmlText) {
                text.append(((XmlText) node).value());
            }
        }
        return text.toString();
    }

    public List<XmlAttribute> attributes() {
        return Collections.unmodifiableList(attributes);
    }

    /** The value of an attribute, or null. */
    public String attribute(String attributeName) {
        XmlAttribute attribute = findAttribute(attributeName);
        return attribute == null ? null : attribute.value();
    }

    XmlAttribute findAttribute(String attributeName) {
        int index = attributeIndex(attributeName);
        return index < 0 ? null : attributes.get(index);
    }

    int attributeIndex(String attributeName) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(attributeName)) {
                return i;
            }
        }
        return -1;
    }

    void addAttribute(int index, XmlAttribute attribute) {
        attributes.add(index, attribute);
        changed();
    }

    void setAttribute(int index, XmlAttribute attribute) {
        attributes.set(index, attribute);
        changed();
    }

    void removeAttribute(int index) {
        attributes.remove(index);
        changed();
    }

    /** The first element of a name directly inside, or null. */
    public XmlElement child(String childName) {
        for (XmlElement child : elements()) {
            if (child.name().equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** Whether this holds a value and no structure: no elements, no comments. */
    boolean isLeaf() {
        return items().isEmpty();
    }

    void tail(String spaceBeforeTagEnd) {
        tail = spaceBeforeTagEnd;
    }

    void endTag(String raw) {
        endTag = raw;
    }

    /** What is written behind the attributes: white space and {@code />}, or content and end tag. */
    String body() {
        StringBuilder out = new StringBuilder();
        writeBody(out, RawFilter.NONE);
        return out.toString();
    }

    /** Takes over what is behind the attributes of another element of the same name, which is empty afterwards. */
    void takeBody(XmlElement other) {
        List<XmlNode> nodes = new ArrayList<>(other.nodes());
        other.replaceNodes(new ArrayList<>());
        replaceNodes(nodes);
        tail = other.tail;
        endTag = other.endTag;
    }

    /** What tells it from its siblings. */
    Identity identity() {
        if (identity == null) {
            identity = Identity.of(this);
        }
        return identity;
    }

    /** Its identity, and that of what it stands in, may hang on its content. */
    @Override
    void changed() {
        super.changed();
        identity = null;
        if (parent() instanceof XmlElement) {
            ((XmlElement) parent()).identity = null;
        }
    }

    @Override
    void needsEndTag() {
        if (endTag == null) {
            endTag = "</" + name + ">";
            tail = "";
        }
    }

    @Override
    void write(StringBuilder out, RawFilter filter) {
        out.append('<').append(name);
        for (XmlAttribute attribute : attributes) {
            attribute.write(out, this, filter);
        }
        writeBody(out, filter);
    }

    private void writeBody(StringBuilder out, RawFilter filter) {
        out.append(tail);
        if (endTag == null) {
            out.append("/>");
            return;
        }
        out.append('>');
        writeNodes(out, filter);
        out.append(endTag);
    }
}
