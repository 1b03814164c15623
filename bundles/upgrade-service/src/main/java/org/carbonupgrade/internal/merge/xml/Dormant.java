package org.carbonupgrade.internal.merge.xml;

import java.util.Collections;
import java.util.List;

/** Finds the elements that stand switched off in a comment, in the ways that Carbon's files write them. */
final class Dormant {

    private Dormant() {}

    /**
     * The elements in a comment: {@code <!-- <A>1</A> -->}, {@code <!--A>1</A-->}, with or without words around them.
     */
    static List<XmlElement> elements(XmlComment comment) {
        String content = comment.content().trim();
        List<XmlElement> found = parse(content);
        return found.isEmpty() && !content.isEmpty() && XmlChars.isNameStart(content.charAt(0))
                ? parse("<" + content + ">")
                : found;
    }

    private static List<XmlElement> parse(String content) {
        return content.indexOf('<') < 0
                ? Collections.emptyList()
                : XmlScanner.scanFragment(content).map(XmlContainer::elements).orElse(Collections.emptyList());
    }
}
