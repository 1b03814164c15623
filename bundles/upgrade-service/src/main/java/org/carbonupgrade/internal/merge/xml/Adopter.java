package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns parts of the customer's file into parts of the new version's: same text, that file's line ends and encoding. */
final class Adopter {

    private final XmlEncoding encoding;
    private final String lineEnd;
    private final RawFilter referring = new RawFilter() {
        @Override
        public String text(XmlText text, String raw) {
            return text.isCdata() ? raw : encoding.referring(raw);
        }

        @Override
        public String attribute(XmlElement element, XmlAttribute attribute, String raw) {
            return encoding.referring(raw);
        }

        @Override
        public String comment(XmlComment comment) {
            return comment.content();
        }
    };

    Adopter(XmlDocument into) {
        encoding = into.encoding();
        lineEnd = into.lineEnd();
    }

    /** Layout with this file's line ends. */
    String layout(String space) {
        String unix = XmlChars.unixLines(space);
        return lineEnd.equals("\n") ? unix : unix.replace("\n", lineEnd);
    }

    /** A node that is in no tree yet. */
    XmlNode adopt(XmlNode node) {
        return nodes(layout(node.source(referring))).get(0);
    }

    /** The content of an element as nodes that are in no tree yet. */
    List<XmlNode> adoptContent(XmlElement element) {
        return nodes(layout(element.content(referring)));
    }

    /** An attribute at the end of the element that it is copied from. */
    XmlAttribute adopt(XmlElement element, XmlAttribute attribute) {
        StringBuilder tag = new StringBuilder("<a");
        attribute.write(tag, element, referring);
        XmlElement copy =
                (XmlElement) nodes(layout(tag.append("/>").toString())).get(0);
        return copy.attributes().get(0);
    }

    private static List<XmlNode> nodes(String source) {
        Optional<XmlElement> holder = XmlScanner.scanFragment(source);
        if (!holder.isPresent()) {
            throw new IllegalStateException("a part of a scanned file does not scan again");
        }
        List<XmlNode> nodes = new ArrayList<>(holder.get().nodes());
        holder.get().replaceNodes(new ArrayList<>());
        return nodes;
    }
}
