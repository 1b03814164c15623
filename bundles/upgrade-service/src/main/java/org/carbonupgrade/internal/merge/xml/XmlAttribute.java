package org.carbonupgrade.internal.merge.xml;

/** An attribute as written: the white space before it, its kind of quotes, its references. */
public final class XmlAttribute {

    private final String lead;
    private final String name;
    private final String equals;
    private final char quote;
    private final String raw;

    XmlAttribute(String lead, String name, String equals, char quote, String raw) {
        this.lead = lead;
        this.name = name;
        this.equals = equals;
        this.quote = quote;
        this.raw = raw;
    }

    /** The name with its prefix, as written. */
    public String name() {
        return name;
    }

    /** The value that a program reads. */
    public String value() {
        return XmlChars.resolve(XmlChars.unixLines(raw).replace('\n', ' ').replace('\t', ' '));
    }

    /** Whether both say the same; a value laid out over several lines may be laid out otherwise. */
    boolean saysTheSameAs(XmlAttribute other) {
        return value().equals(other.value())
                || (raw.indexOf('\n') >= 0 || other.raw.indexOf('\n') >= 0)
                        && XmlChars.collapse(value()).equals(XmlChars.collapse(other.value()));
    }

    /** This attribute with another value, in its own quotes. */
    XmlAttribute withValue(String value, XmlEncoding encoding) {
        return new XmlAttribute(lead, name, equals, quote, encoding.referring(XmlChars.escapeAttribute(value, quote)));
    }

    /** This attribute's place and layout with the value as another one writes it. */
    XmlAttribute withValueOf(XmlAttribute other) {
        return new XmlAttribute(lead, name, equals, other.quote, other.raw);
    }

    void write(StringBuilder out, XmlElement element, RawFilter filter) {
        out.append(lead).append(name).append(equals);
        out.append(quote).append(filter.attribute(element, this, raw)).append(quote);
    }
}
