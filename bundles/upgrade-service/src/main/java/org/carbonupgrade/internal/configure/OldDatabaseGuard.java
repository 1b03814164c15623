package org.carbonupgrade.internal.configure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.DatabaseIdentity;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DataSourceFiles;
import org.carbonupgrade.internal.home.Placeholders;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.xml.Xml;

/** The last look before configuration is written: no data source of the new home may lead to an old database. */
final class OldDatabaseGuard {

    private static final String DATA_SOURCES = ConfigurationFiles.CONF + "/datasources/[^/]*-datasources\\.xml";

    private final Workplace workplace;

    OldDatabaseGuard(Workplace workplace) {
        this.workplace = workplace;
    }

    /** @throws org.carbonupgrade.UpgradeException naming the data source, if one does */
    void examine(Map<String, byte[]> files) {
        files.forEach((name, content) -> {
            if (content != null && name.matches(DATA_SOURCES)) {
                Path file = workplace.newHome().resolve(name);
                List<DataSource> sources = DataSourceFiles.in(file, Xml.read(file, content));
                sources.forEach(this::examine);
            }
        });
    }

    private void examine(DataSource source) {
        DatabaseIdentity led = identity(source, workplace.newHome());
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (workplace.copier().identify(pair.old()).equals(led)) {
                throw UpgradeError.CONFIG_POINTS_AT_OLD.at(
                        source.name(), "The data source would lead to the old database " + led + ".");
            }
        }
    }

    /** Where it leads, or null if that is a type of database that none of the old ones is of. */
    private DatabaseIdentity identity(DataSource source, CarbonHome home) {
        try {
            return workplace
                    .copier()
                    .identify(DatabaseSpec.named(source.name())
                            .url(Placeholders.resolve(source.url(), home))
                            .directory(home.path())
                            .build());
        } catch (DbCopyException e) {
            return null;
        }
    }
}
