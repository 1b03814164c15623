package org.carbonupgrade.internal.merge.xml;

import java.util.List;
import org.carbonupgrade.internal.merge.MergeException;

/**
 * An XML file as a tree that writes itself again byte for byte: comments, white space, quotes, references, line ends,
 * encoding.
 *
 * <p>Source: what the bytes say; a parser of the JVM has checked them first. Not thread-safe.
 */
public final class XmlDocument extends XmlContainer {

    private final String file;
    private XmlEncoding encoding;

    private XmlDocument(String file, XmlEncoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /**
     * Reads a file.
     *
     * @param file how errors name the file
     * @throws MergeException if the bytes are not well-formed XML, declare entities, are nested too deep or do not fit
     *     their encoding
     */
    public static XmlDocument parse(String file, byte[] bytes) {
        XmlEncoding encoding = XmlEncoding.of(file, bytes);
        String text = encoding.decode(bytes);
        XmlSafety.check(file, bytes);
        XmlDocument document = new XmlDocument(file, encoding);
        XmlScanner.scan(file, text, document);
        return document;
    }

    /** How errors name the file. */
    public String file() {
        return file;
    }

    /** The outermost element. */
    public XmlElement root() {
        return elements().get(0);
    }

    /** The elements that a path names, in the order of the file. @see XmlPath */
    public List<XmlElement> findAll(String path) {
        return XmlPath.parse(path).findAll(this);
    }

    /** The first element that a path names, or null. @see XmlPath */
    public XmlElement find(String path) {
        List<XmlElement> found = findAll(path);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The file as it is to be written. */
    public byte[] bytes() {
        return encoding.encode(source());
    }

    XmlEncoding encoding() {
        return encoding;
    }

    void encoding(XmlEncoding newEncoding) {
        encoding = newEncoding;
    }

    /** The XML declaration, or null. */
    XmlMarkup declaration() {
        XmlNode first = nodes().isEmpty() ? null : nodes().get(0);
        return first instanceof XmlMarkup && ((XmlMarkup) first).isDeclaration() ? (XmlMarkup) first : null;
    }

    /** The document type declaration, or null. */
    XmlMarkup doctype() {
        for (XmlNode node : nodes()) {
            if (node instanceof XmlMarkup && ((XmlMarkup) node).isDoctype()) {
                return (XmlMarkup) node;
            }
        }
        return null;
    }

    /** The line end that most lines of the file have. */
    String lineEnd() {
        String text = source();
        int windows = 0;
        int all = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            all++;
            if (i > 0 && text.charAt(i - 1) == '\r') {
                windows++;
            }
        }
        return windows * 2 > all ? "\r\n" : "\n";
    }

    @Override
    void write(StringBuilder out, RawFilter filter) {
        writeNodes(out, filter);
    }
}
