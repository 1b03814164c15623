package org.carbonupgrade.internal.merge.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.carbonupgrade.internal.merge.MergeException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Proves with a real parser that bytes are well-formed XML, without letting them reach for anything else.
 *
 * <p>A document type declaration that only names an external one is allowed, because stock Carbon files have it; it is
 * never loaded. One that declares anything itself is refused.
 */
final class XmlSafety {

    private static final String FEATURES = "http://xml.org/sax/features/";
    private static final String PROPERTIES = "http://xml.org/sax/properties/";

    private XmlSafety() {}

    static void check(String where, byte[] bytes) {
        try {
            XMLReader reader = reader();
            Guard guard = new Guard(where);
            reader.setContentHandler(guard);
            reader.setErrorHandler(guard);
            reader.setEntityResolver(guard);
            reader.setProperty(PROPERTIES + "declaration-handler", guard);
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXParseException e) {
            throw notWellFormed(where + " line " + e.getLineNumber(), e.getMessage());
        } catch (SAXException | IOException e) {
            throw notWellFormed(where, e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JVM's XML parser can't be made safe", e);
        }
    }

    private static XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setValidating(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(FEATURES + "external-general-entities", false);
        factory.setFeature(FEATURES + "external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newSAXParser().getXMLReader();
    }

    static MergeException notWellFormed(String where, String what) {
        return new MergeException(
                MergeException.NOT_WELL_FORMED,
                where,
                "not well-formed XML: " + what,
                "Mend the file with an XML editor, then run again.");
    }

    static MergeException declaresEntities(String where) {
        return new MergeException(
                MergeException.DECLARES_ENTITIES,
                where,
                "the document type declaration declares something itself, which is not resolved here for safety",
                "Write what the entities stand for into the file and remove their declarations.");
    }

    private static final class Guard extends DefaultHandler2 {

        private final String where;

        Guard(String where) {
            this.where = where;
        }

        @Override
        public void error(SAXParseException e) {
            // Only a validating parser's complaints come here; well-formedness is a fatal error.
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void internalEntityDecl(String name, String value) {
            throw declaresEntities(where);
        }

        @Override
        public void externalEntityDecl(String name, String publicId, String systemId) {
            throw declaresEntities(where);
        }
    }
}
