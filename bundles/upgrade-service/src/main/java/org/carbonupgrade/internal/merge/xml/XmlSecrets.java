package org.carbonupgrade.internal.merge.xml;

import org.carbonupgrade.internal.merge.secret.Redaction;

/** Shows parts of an XML file without the secrets in them. */
public final class XmlSecrets {

    private XmlSecrets() {}

    /** The whole file as it stands, secrets blotted out, every line in its place. */
    public static String wholeFile(XmlDocument document) {
        return document.source(new Blotting());
    }

    /** A node in one short line; null for null. */
    static String line(XmlNode node) {
        return node == null ? null : Redaction.shorten(XmlChars.collapse(node.source(new Blotting())));
    }

    /** What is inside an element, in one short line; null for null. */
    static String content(XmlElement element) {
        return element == null ? null : Redaction.shorten(XmlChars.collapse(element.content(new Blotting())));
    }

    /** An attribute's value; null if the element or the attribute is not there. */
    static String value(XmlElement element, String name) {
        XmlAttribute attribute = element == null ? null : element.findAttribute(name);
        if (attribute == null) {
            return null;
        }
        boolean secret = new Secrecy().isSecret(element, attribute) && !Redaction.isHarmless(attribute.value());
        return secret ? Redaction.BLOT : Redaction.value(name, attribute.value());
    }

    private static final class Blotting implements RawFilter {

        private final Secrecy secrecy = new Secrecy();

        @Override
        public String text(XmlText text, String raw) {
            boolean secret = isInSecret(text) && !Redaction.isHarmless(text.value());
            return secret ? Redaction.blot(raw) : Redaction.urls(raw);
        }

        @Override
        public String attribute(XmlElement element, XmlAttribute attribute, String raw) {
            boolean secret = secrecy.isSecret(element, attribute) && !Redaction.isHarmless(raw);
            return secret ? Redaction.blot(raw) : Redaction.urls(raw);
        }

        @Override
        public String comment(XmlComment comment) {
            return isInSecret(comment) ? Redaction.blot(comment.content()) : Redaction.text(comment.content());
        }

        private boolean isInSecret(XmlNode node) {
            return node.parent() instanceof XmlElement && secrecy.isSecret((XmlElement) node.parent());
        }
    }
}
