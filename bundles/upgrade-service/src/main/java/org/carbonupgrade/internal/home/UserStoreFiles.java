package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Reads the secondary user stores of a home, those of all tenants. */
public final class UserStoreFiles {

    private UserStoreFiles() {}

    /**
     * The user stores, the super tenant's first.
     *
     * @throws org.carbonupgrade.UpgradeException if a file can't be read; it names the file
     */
    public static List<UserStoreFile> of(CarbonHome home) {
        List<UserStoreFile> stores = new ArrayList<>();
        files(home).forEach((file, tenantId) -> stores.add(read(file, tenantId)));
        return stores;
    }

    /** The files with the ids of their tenants. */
    public static Map<Path, Integer> files(CarbonHome home) {
        Map<Path, Integer> files = new TreeMap<>();
        add(home.deployment().resolve("userstores"), CarbonHome.SUPER_TENANT, files);
        for (Map.Entry<Integer, Path> tenant : TenantDirectories.of(home).entrySet()) {
            add(tenant.getValue().resolve("userstores"), tenant.getKey(), files);
        }
        return Collections.unmodifiableMap(files);
    }

    /** Reads one file. */
    public static UserStoreFile read(Path file, int tenantId) {
        Element store = Xml.read(file);
        Map<String, Element> properties = new TreeMap<>();
        for (Element property : Xml.descendants(store, "Property")) {
            properties.put(property.getAttribute("name"), property);
        }
        String domain = text(properties, "DomainName");
        if (domain == null) {
            throw UpgradeError.USER_STORE_UNREADABLE.at(file.toString(), "The user store has no property DomainName.");
        }
        return new UserStoreFile(
                tenantId, domain, file, store.getAttribute("class"), database(file, tenantId, domain, properties));
    }

    private static DataSource database(Path file, int tenantId, String domain, Map<String, Element> properties) {
        String url = text(properties, "url");
        if (url == null || !url.startsWith("jdbc:")) {
            return null;
        }
        return new DataSource(
                UserStoreFile.databaseName(tenantId, domain),
                file,
                null,
                url,
                text(properties, "userName"),
                password(properties.get("password")),
                text(properties, "driverName"));
    }

    private static StoredSecret password(Element property) {
        if (property == null) {
            return StoredSecret.plain("");
        }
        String text = property.getTextContent().trim();
        boolean encrypted = Boolean.parseBoolean(property.getAttribute("encrypted"))
                || Boolean.parseBoolean(property.getAttribute("encrypt"));
        return encrypted ? StoredSecret.encrypted(text) : StoredSecret.plain(text);
    }

    private static String text(Map<String, Element> properties, String name) {
        Element property = properties.get(name);
        String text = property == null ? "" : property.getTextContent().trim();
        return text.isEmpty() ? null : text;
    }

    private static void add(Path directory, int tenantId, Map<Path, Integer> files) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.xml")) {
            found.forEach(file -> files.put(file, tenantId));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(directory.toString(), "The directory cannot be read: " + e, e);
        }
    }
}
