package org.carbonupgrade.internal.merge.xml;

/** A comment: words for people, or a part of the configuration that is switched off. */
public final class XmlComment extends XmlNode {

    private final String content;

    XmlComment(String content) {
        this.content = content;
    }

    /** What stands between the comment marks. */
    public String content() {
        return content;
    }

    /** The content with every run of white space as one space: two comments that people take for the same are equal. */
    String words() {
        return XmlChars.collapse(content);
    }

    @Override
    void write(StringBuilder out, RawFilter filter) {
        out.append("<!--").append(filter.comment(this)).append("-->");
    }
}
