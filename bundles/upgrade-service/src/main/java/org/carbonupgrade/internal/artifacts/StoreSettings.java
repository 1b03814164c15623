package org.carbonupgrade.internal.artifacts;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.Placeholders;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Which files a configuration names as key stores and as trust stores, and how they are opened. Never shows a password. */
final class StoreSettings {

    private static final List<String> FILES = Arrays.asList(
            "carbon.xml",
            "tomcat/catalina-server.xml",
            "axis2/axis2.xml",
            "axis2/axis2_client.xml",
            "identity.xml",
            "identity/identity.xml");

    private final CarbonHome home;
    private final Map<Path, Store> keyStores = new HashMap<>();
    private final Map<Path, Store> trustStores = new HashMap<>();

    private StoreSettings(CarbonHome home) {
        this.home = home;
    }

    /** @param configured a directory with a {@code repository/conf}, of which the home is the one it was made for */
    static StoreSettings of(Path configured, CarbonHome home) {
        StoreSettings settings = new StoreSettings(home);
        for (String name : FILES) {
            Path file = configured.resolve("repository/conf").resolve(name);
            if (Files.isRegularFile(file)) {
                settings.read(file);
            }
        }
        return settings;
    }

    /** Whether a file holds keys: what was encrypted with them nothing else decrypts. */
    boolean isKeyStore(Path file) {
        return keyStores.containsKey(file);
    }

    /** How to open a trust store that holds no keys of the server; empty if the file is none. */
    Optional<Store> trustStore(Path file) {
        return isKeyStore(file) ? Optional.empty() : Optional.ofNullable(trustStores.get(file));
    }

    /** A file that is no well-formed XML names none: configuring has refused it before. */
    private void read(Path file) {
        try {
            NodeList elements = Xml.read(file).getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                String name = element.getNodeName();
                if (name.endsWith("KeyStore")) {
                    add(keyStores, element);
                } else if (name.endsWith("TrustStore")) {
                    add(trustStores, element);
                }
                addAttributes(element);
            }
        } catch (UpgradeException e) {
            // no store that could be found
        }
    }

    private void add(Map<Path, Store> stores, Element element) {
        Xml.text(element, "Location")
                .ifPresent(location -> put(
                        stores,
                        location,
                        Xml.text(element, "Type").orElse(null),
                        Xml.text(element, "Password").orElse(null)));
    }

    private void addAttributes(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            String name = attribute.getName();
            if (name.equalsIgnoreCase("keystoreFile") || name.equalsIgnoreCase("certificateKeystoreFile")) {
                put(keyStores, attribute.getValue(), null, null);
            } else if (name.equalsIgnoreCase("truststoreFile")) {
                String password = element.getAttribute("truststorePass");
                put(
                        trustStores,
                        attribute.getValue(),
                        element.getAttribute("truststoreType"),
                        password.isEmpty() ? element.getAttribute("truststorePassword") : password);
            }
        }
    }

    private void put(Map<Path, Store> stores, String location, String type, String password) {
        try {
            Path file =
                    home.resolve(Placeholders.resolve(location.trim(), home)).normalize();
            stores.putIfAbsent(file, new Store(type, password));
        } catch (UpgradeException | InvalidPathException e) {
            // Only the running server knows where that is: it can't be told from other files.
        }
    }

    /** How one store is opened. Immutable. */
    static final class Store {

        private final String type;
        private final String password;

        private Store(String type, String password) {
            this.type = type == null || type.trim().isEmpty() ? "JKS" : type.trim();
            this.password = password == null ? "" : password.trim();
        }

        String type() {
            return type;
        }

        char[] password() {
            return password.toCharArray();
        }
    }
}
