package org.carbonupgrade.internal.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Finds out what a home uses its data sources for, by their JNDI names in user-mgt.xml and registry.xml. */
public final class DatabaseUses {

    private final Set<String> userManager = new HashSet<>();
    private final Set<String> registry = new HashSet<>();

    public DatabaseUses(CarbonHome home) {
        Path users = home.conf().resolve("user-mgt.xml");
        if (Files.exists(users)) {
            for (Element property : Xml.descendants(Xml.read(users), "Property")) {
                if (property.getAttribute("name").equals("dataSource")) {
                    userManager.add(property.getTextContent().trim());
                }
            }
        }
        Path registries = home.conf().resolve("registry.xml");
        if (Files.exists(registries)) {
            for (Element dbConfig : Xml.children(Xml.read(registries), "dbConfig")) {
                Xml.text(dbConfig, "dataSource").ifPresent(registry::add);
            }
        }
    }

    public Set<DatabaseUse> of(DataSource source) {
        EnumSet<DatabaseUse> uses = EnumSet.noneOf(DatabaseUse.class);
        source.jndi().ifPresent(jndi -> {
            if (userManager.contains(jndi)) {
                uses.add(DatabaseUse.USER_MANAGER);
            }
            if (registry.contains(jndi)) {
                uses.add(DatabaseUse.REGISTRY);
            }
        });
        if (uses.isEmpty()) {
            uses.add(source.jndi().isPresent() ? DatabaseUse.OTHER : DatabaseUse.USER_STORE);
        }
        return uses;
    }
}
