package org.carbonupgrade.internal.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Who in a home names which data source, by JNDI names; and who names a database of its own instead. */
public final class DataSourceReferences {

    private final Map<String, List<String>> byJndi = new LinkedHashMap<>();
    private final List<String> own = new ArrayList<>();

    private DataSourceReferences() {}

    /** What user-mgt.xml, registry.xml and the files of secondary user stores name. */
    public static DataSourceReferences of(CarbonHome home) {
        DataSourceReferences references = new DataSourceReferences();
        Path users = home.conf().resolve("user-mgt.xml");
        if (Files.exists(users)) {
            references.realm(Xml.read(users), "user-mgt.xml", true);
        }
        Path registry = home.conf().resolve("registry.xml");
        if (Files.exists(registry)) {
            references.registry(Xml.read(registry));
        }
        UserStoreFiles.files(home)
                .forEach((file, tenant) -> references.realm(
                        Xml.read(file),
                        "the user store " + file.getFileName()
                                + (tenant == CarbonHome.SUPER_TENANT ? "" : " of tenant " + tenant),
                        false));
        return references;
    }

    /** Adds what a tenant's own realm configuration names. */
    public void tenant(Tenant tenant, Element realm) {
        realm(realm, "the tenant " + tenant.domain(), true);
    }

    /** Those who name a data source, by its JNDI name; unmodifiable. */
    public Map<String, List<String>> byJndi() {
        return Collections.unmodifiableMap(byJndi);
    }

    /** Those who name a database of their own that no data source stands for; unmodifiable. */
    public List<String> own() {
        return Collections.unmodifiableList(own);
    }

    /** @param kernel whether a URL in it is one that nobody else reads: secondary user stores are databases of the plan's */
    private void realm(Element root, String who, boolean kernel) {
        for (Element property : Xml.descendants(root, "Property")) {
            String value = property.getTextContent().trim();
            if (property.getAttribute("name").equals("dataSource") && !value.isEmpty()) {
                refer(value, who);
            } else if (kernel && property.getAttribute("name").equals("url") && value.startsWith("jdbc:")) {
                own.add(who);
            }
        }
    }

    private void registry(Element registry) {
        Map<String, String> labels = new HashMap<>();
        Map<String, String> instances = new HashMap<>();
        for (Element mount : Xml.children(registry, "mount")) {
            Xml.text(mount, "instanceId")
                    .ifPresent(
                            id -> instances.merge(id, mount.getAttribute("path"), (one, other) -> one + ", " + other));
        }
        for (Element instance : Xml.children(registry, "remoteInstance")) {
            String paths = instances.get(Xml.text(instance, "id").orElse(""));
            if (paths != null) {
                Xml.text(instance, "dbConfig")
                        .ifPresent(config -> labels.put(config, "the registry's mounts " + paths));
            }
        }
        for (Element config : Xml.children(registry, "dbConfig")) {
            String name = config.getAttribute("name");
            String who = labels.getOrDefault(name, "the registry (" + name + ")");
            Xml.text(config, "dataSource").ifPresent(jndi -> refer(jndi, who));
            if (Xml.text(config, "url").isPresent()) {
                own.add(who);
            }
        }
    }

    private void refer(String jndi, String who) {
        List<String> all = byJndi.computeIfAbsent(jndi, name -> new ArrayList<>());
        if (!all.contains(who)) {
            all.add(who);
        }
    }
}
