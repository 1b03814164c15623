package org.carbonupgrade.internal.merge.xml;

/** Writes the parts of a tree that carry content otherwise than they stand in the file. */
interface RawFilter {

    /** Everything as it stands in the file. */
    RawFilter NONE = new RawFilter() {
        @Override
        public String text(XmlText text, String raw) {
            return raw;
        }

        @Override
        public String attribute(XmlElement element, XmlAttribute attribute, String raw) {
            return raw;
        }

        @Override
        public String comment(XmlComment comment) {
            return comment.content();
        }
    };

    String text(XmlText text, String raw);

    String attribute(XmlElement element, XmlAttribute attribute, String raw);

    String comment(XmlComment comment);
}
