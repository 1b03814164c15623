package org.carbonupgrade.internal.merge.xml;

/** An XML declaration, a processing instruction or a document type declaration: kept and compared as it is written. */
public final class XmlMarkup extends XmlNode {

    private final String raw;

    XmlMarkup(String raw) {
        this.raw = raw;
    }

    boolean isDeclaration() {
        return raw.startsWith("<?xml") && raw.length() > 5 && XmlChars.isSpace(raw.charAt(5));
    }

    boolean isDoctype() {
        return raw.startsWith("<!DOCTYPE");
    }

    String words() {
        return XmlChars.collapse(raw).replace('\'', '"');
    }

    @Override
    void write(StringBuilder out, RawFilter filter) {
        out.append(raw);
    }
}
