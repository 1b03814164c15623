package org.carbonupgrade.internal.merge.xml;

/** A piece of an XML file that can be written again exactly as it was read. */
public abstract class XmlNode {

    private XmlContainer parent;

    XmlNode() {}

    /** What this node stands in; null for a document and for a node that is not in a tree. */
    public final XmlContainer parent() {
        return parent;
    }

    final void parent(XmlContainer newParent) {
        parent = newParent;
    }

    abstract void write(StringBuilder out, RawFilter filter);

    /** The node as it stands in the file, with everything in it. */
    public final String source() {
        return source(RawFilter.NONE);
    }

    final String source(RawFilter filter) {
        StringBuilder out = new StringBuilder();
        write(out, filter);
        return out.toString();
    }

    /** Says where, never what: the content may be a secret. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + " " + XmlPath.of(this);
    }
}
