package org.carbonupgrade.verification.internal.carbon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.carbonupgrade.verification.internal.files.AtomicFile;

/** The configuration file of a secondary user store. */
public final class StoreFile {

    /** The property that names the store. */
    public static final String DOMAIN = "DomainName";

    private static final String JDBC_STORE = "org.wso2.carbon.user.core.jdbc.JDBCUserStoreManager";

    private final Map<String, String> properties;

    private final Map<String, String> secrets;

    private StoreFile(Map<String, String> properties, Map<String, String> secrets) {
        this.properties = Collections.unmodifiableMap(properties);
        this.secrets = Collections.unmodifiableMap(secrets);
    }

    /** The name that Carbon wants of a store's file. */
    public static String nameFor(String domain) {
        return domain.replace('.', '_') + ".xml";
    }

    /**
     * Reads a file as far as it is the same for every kind of user store. Entities and DTDs are not followed.
     *
     * @throws XMLStreamException if it is not well-formed
     */
    public static StoreFile read(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            Map<String, String> properties = new LinkedHashMap<>();
            Map<String, String> secrets = new LinkedHashMap<>();
            String name = null;
            boolean secret = false;
            StringBuilder value = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT:
                        name = "Property".equals(xml.getLocalName()) ? xml.getAttributeValue(null, "name") : null;
                        secret = "true".equals(xml.getAttributeValue(null, "encrypted"));
                        value.setLength(0);
                        break;
                    case XMLStreamConstants.CHARACTERS:
                    case XMLStreamConstants.CDATA:
                        value.append(xml.getText());
                        break;
                    case XMLStreamConstants.END_ELEMENT:
                        if (name != null) {
                            (secret ? secrets : properties)
                                    .put(name, value.toString().trim());
                            name = null;
                        }
                        break;
                    default:
                }
            }
            return new StoreFile(properties, secrets);
        }
    }

    /** Writes the file of a JDBC user store with a database of its own. */
    static void write(Path file, String domain, StoreDatabase database) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(DOMAIN, domain);
        properties.put("Description", "Made by a verification, which removes it again");
        properties.put("Disabled", "false");
        properties.put("driverName", StoreDatabase.DRIVER);
        properties.put("url", database.url());
        properties.put("userName", database.user());
        properties.put("password", database.password());
        properties.put("ReadOnly", "false");
        properties.put("ReadGroups", "true");
        properties.put("WriteGroups", "true");
        properties.put("UsernameJavaRegEx", "^[\\S]{3,30}$");
        properties.put("UsernameJavaScriptRegEx", "^[\\S]{3,30}$");
        properties.put("PasswordJavaRegEx", "^[\\S]{5,30}$");
        properties.put("PasswordJavaScriptRegEx", "^[\\S]{5,30}$");
        properties.put("RolenameJavaRegEx", "^[\\S]{3,30}$");
        properties.put("RolenameJavaScriptRegEx", "^[\\S]{3,30}$");
        properties.put("PasswordDigest", "SHA-256");
        properties.put("StoreSaltedPassword", "true");
        properties.put("MultiAttributeSeparator", ",");
        properties.put("MaxUserNameListLength", "1000");
        properties.put("MaxRoleNameListLength", "1000");
        properties.put("UserRolesCacheEnabled", "false");
        AtomicFile.write(file, out -> write(properties, out));
    }

    /** The properties that are encrypted with the server's key store, as they stand there; unmodifiable. */
    public Map<String, String> secrets() {
        return secrets;
    }

    /** A property's text; null if there is no such property, or it is a secret. */
    public String property(String name) {
        return properties.get(name);
    }

    /** Whether somebody switched the store off. */
    public boolean isDisabled() {
        return "true".equals(properties.getOrDefault("Disabled", "").toLowerCase(Locale.ROOT));
    }

    private static void write(Map<String, String> properties, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("UserStoreManager");
            xml.writeAttribute("class", JDBC_STORE);
            for (Map.Entry<String, String> property : properties.entrySet()) {
                xml.writeStartElement("Property");
                xml.writeAttribute("name", property.getKey());
                xml.writeCharacters(property.getValue());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
