package org.carbonupgrade.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.carbonupgrade.internal.UpgradeError;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML configuration: no DTD, no external entity, no expansion bomb. */
public final class Xml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    /** A tree of it takes some twenty times that in memory. */
    private static final long MOST_BYTES = 4 << 20;

    private static final ErrorHandler SILENT = new DefaultHandler() {
        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private Xml() {}

    /**
     * The root element of a file.
     *
     * @throws org.carbonupgrade.UpgradeException if it can't be read or is not well-formed
     */
    public static Element read(Path file) {
        // Whoever opens a pipe waits until somebody writes to it.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UpgradeError.FILE_READ.at(file.toString(), "It is no file, but a directory, a pipe or the like.");
        }
        try (InputStream content = Files.newInputStream(file)) {
            if (Files.size(file) > MOST_BYTES) {
                throw UpgradeError.FILE_READ.at(file.toString(), "The file is larger than any that belongs there.");
            }
            return read(file, content);
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    /** The root element of what is, or is to become, a file. */
    public static Element read(Path file, byte[] content) {
        return read(file, new ByteArrayInputStream(content));
    }

    private static Element read(Path file, InputStream content) {
        try {
            return builder().parse(content).getDocumentElement();
        } catch (SAXParseException e) {
            throw UpgradeError.XML_NOT_WELL_FORMED.at(
                    file.toString(), "Line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (SAXException e) {
            throw UpgradeError.XML_NOT_WELL_FORMED.at(file.toString(), e.getMessage(), e);
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(file.toString(), "The file cannot be read: " + e, e);
        }
    }

    /** The first child element with a name, whatever its namespace. */
    public static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** The child elements with a name, whatever their namespace. */
    public static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && name.equals(localName(node))) {
                children.add((Element) node);
            }
        }
        return children;
    }

    /** All elements with a name below another, at any depth, whatever their namespace. */
    public static List<Element> descendants(Element ancestor, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = ancestor.getFirstChild(); node != null; node = next(node, ancestor)) {
            if (node instanceof Element && name.equals(localName(node))) {
                found.add((Element) node);
            }
        }
        return found;
    }

    /** The node after one as a file has them: elements may lie in each other deeper than calls can. */
    private static Node next(Node node, Element ancestor) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != ancestor && at.getNextSibling() == null) {
            at = at.getParentNode();
        }
        return at == ancestor ? null : at.getNextSibling();
    }

    /** The text of an element reached by names, one below the other; empty if an element is missing or has no text. */
    public static Optional<String> text(Element from, String... names) {
        Optional<Element> element = Optional.of(from);
        for (String name : names) {
            element = element.flatMap(parent -> child(parent, name));
        }
        return element.map(found -> found.getTextContent().trim()).filter(text -> !text.isEmpty());
    }

    private static String localName(Node node) {
        String name = node.getNodeName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(SILENT);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JVM's XML parser cannot be told to leave DTDs alone", e);
        }
    }
}
