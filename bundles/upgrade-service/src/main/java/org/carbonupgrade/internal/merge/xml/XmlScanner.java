package org.carbonupgrade.internal.merge.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.carbonupgrade.internal.merge.MergeException;

/** Cuts XML text into nodes without dropping a character. */
final class XmlScanner {

    /** Real configuration nests below 20 levels; much of the merge recurses along them. */
    static final int MAX_DEPTH = 200;

    private final String where;
    private final String text;
    private final Deque<XmlContainer> open = new ArrayDeque<>();
    private int at;

    private XmlScanner(String where, String text) {
        this.where = where;
        this.text = text;
    }

    /** Reads the text into a container. The text must have passed a parser: this only splits. */
    static void scan(String where, String text, XmlContainer into) {
        new XmlScanner(where, text).scan(into);
    }

    /** The nodes of any text, if it happens to be XML content: what a comment holds. */
    static Optional<XmlElement> scanFragment(String text) {
        XmlElement holder = new XmlElement("fragment");
        try {
            scan("fragment", text, holder);
            return Optional.of(holder);
        } catch (MergeException e) {
            return Optional.empty();
        }
    }

    private void scan(XmlContainer into) {
        open.push(into);
        while (at < text.length()) {
            scanNode();
        }
        if (open.pop() != into) {
            throw fault("an element is not closed");
        }
    }

    private void scanNode() {
        if (text.charAt(at) != '<') {
            int end = text.indexOf('<', at);
            open.element().add(new XmlText(take(end < 0 ? text.length() : end)));
        } else if (text.startsWith("<!--", at)) {
            String comment = take(endOf("-->", 4));
            open.element().add(new XmlComment(comment.substring(4, comment.length() - 3)));
        } else if (text.startsWith("<![CDATA[", at)) {
            open.element().add(new XmlText(take(endOf("]]>", 9))));
        } else if (text.startsWith("<?", at)) {
            open.element().add(new XmlMarkup(take(endOf("?>", 2))));
        } else if (text.startsWith("<!DOCTYPE", at)) {
            open.element().add(new XmlMarkup(take(endOfDoctype())));
        } else if (text.startsWith("</", at)) {
            endElement();
        } else {
            startElement();
        }
    }

    private void startElement() {
        at++;
        XmlElement element = new XmlElement(name());
        open.element().add(element);
        while (true) {
            String space = space();
            if (peek() == '>') {
                at++;
                element.tail(space);
                element.endTag("");
                push(element);
                return;
            }
            if (peek() == '/') {
                at++;
                if (peek() != '>') {
                    throw fault("a tag has a stray slash");
                }
                at++;
                element.tail(space);
                return;
            }
            if (space.isEmpty()) {
                throw fault("white space is missing in a tag");
            }
            element.addAttribute(element.attributes().size(), attribute(space));
        }
    }

    private void push(XmlElement element) {
        if (open.size() > MAX_DEPTH) {
            throw new MergeException(
                    MergeException.TOO_DEEP,
                    where + " line " + line(),
                    "elements are nested more than " + MAX_DEPTH + " deep",
                    "No Carbon configuration is: see who made this file.");
        }
        open.push(element);
    }

    private XmlAttribute attribute(String lead) {
        String name = name();
        int start = at;
        space();
        if (peek() != '=') {
            throw fault("an attribute has no value");
        }
        at++;
        space();
        String equals = text.substring(start, at);
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw fault("an attribute's value is not quoted");
        }
        at++;
        int end = text.indexOf(quote, at);
        if (end < 0) {
            throw fault("an attribute's value does not end");
        }
        String raw = take(end);
        at++;
        return new XmlAttribute(lead, name, equals, quote, raw);
    }

    private void endElement() {
        int start = at;
        at += 2;
        String name = name();
        space();
        if (peek() != '>' || open.size() < 2) {
            throw fault("an end tag is out of place");
        }
        at++;
        XmlElement element = (XmlElement) open.pop();
        if (!element.name().equals(name)) {
            throw fault("an end tag closes another element");
        }
        element.endTag(text.substring(start, at));
    }

    /** Up to the end of a document type declaration; one with declarations of its own is refused. */
    private int endOfDoctype() {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    break;
                }
            } else if (c == '[') {
                throw XmlSafety.declaresEntities(where + " line " + line());
            } else if (c == '>') {
                return i + 1;
            }
        }
        throw fault("the document type declaration does not end");
    }

    private String name() {
        int start = at;
        while (at < text.length() && XmlChars.isName(text.charAt(at))) {
            at++;
        }
        if (start == at || !XmlChars.isNameStart(text.charAt(start))) {
            throw fault("a name is missing");
        }
        return text.substring(start, at);
    }

    private String space() {
        int start = at;
        while (at < text.length() && XmlChars.isSpace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("the file ends within a tag");
        }
        return text.charAt(at);
    }

    private int endOf(String mark, int offset) {
        int end = text.indexOf(mark, at + offset);
        if (end < 0) {
            throw fault("'" + mark + "' is missing");
        }
        return end + mark.length();
    }

    private String take(int end) {
        String taken = text.substring(at, end);
        at = end;
        return taken;
    }

    private int line() {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    private MergeException fault(String what) {
        return XmlSafety.notWellFormed(where + " line " + line(), what);
    }
}
