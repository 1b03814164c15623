package org.carbonupgrade.internal.merge.xml;

/** Characters between tags, as written: with references, or as a CDATA section. */
public final class XmlText extends XmlNode {

    private static final String CDATA_START = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final String raw;

    XmlText(String raw) {
        this.raw = raw;
    }

    boolean isCdata() {
        return raw.startsWith(CDATA_START);
    }

    /** Whether this is nothing but layout. */
    boolean isBlank() {
        for (int i = 0; i < raw.length(); i++) {
            if (!XmlChars.isSpace(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The characters that a program reads. */
    String value() {
        return isCdata()
                ? XmlChars.unixLines(raw.substring(CDATA_START.length(), raw.length() - CDATA_END.length()))
                : XmlChars.resolve(XmlChars.unixLines(raw));
    }

    @Override
    void write(StringBuilder out, RawFilter filter) {
        out.append(filter.text(this, raw));
    }
}
