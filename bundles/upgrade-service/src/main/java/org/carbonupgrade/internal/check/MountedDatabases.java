package org.carbonupgrade.internal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Registry mounts lead to another database than the local registry: on PostgreSQL a server does not start if both are one. */
final class MountedDatabases implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        Path file = workplace.oldHome().conf().resolve("registry.xml");
        if (!Files.exists(file)) {
            return;
        }
        Element registry = Xml.read(file);
        if (Xml.children(registry, "mount").isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        Xml.children(registry, "dbConfig")
                .forEach(config -> Xml.text(config, "dataSource").ifPresent(used::add));
        for (DatabasePair pair : workplace.databases().pairs()) {
            Set<String> sources = pair.sources().stream()
                    .filter(source -> source.jndi().filter(used::contains).isPresent())
                    .map(DataSource::name)
                    .collect(Collectors.toSet());
            boolean postgresql =
                    workplace.copier().identify(pair.staging()).type().equals("PostgreSQL");
            if (postgresql && sources.size() > 1) {
                found.accept(UpgradeError.MOUNTS_IN_ONE_DATABASE.found(
                        Status.FAIL,
                        file.toString(),
                        "The registry has mounts, and its data sources " + String.join(", ", sources)
                                + " are one PostgreSQL database: a server does not start with that."));
            }
        }
    }
}
