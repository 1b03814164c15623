package org.carbonupgrade.itests.support;

import java.nio.file.Path;
import java.util.List;

/**
 * A home as production has it: {@code OldHome.in(dir).from(pack)} is configured by hand and has empty databases with the
 * server's schema, and {@code .populated()} fills them. Administrator's password, host name, port offset, key, data sources and
 * more differ from the download.
 */
public class OldHome extends Home {

    private final OldDatabases databases;

    OldHome(Path path, OldDatabases databases) {
        super(path);
        this.databases = databases;
    }

    /** @param directory the home to be; empty or not there yet */
    public static Maker in(Path directory) {
        return new Maker(directory);
    }

    /** Makes old homes. */
    public static final class Maker {

        private final Path directory;
        private OldDatabases databases = OldDatabases.EMBEDDED;

        private Maker(Path directory) {
            this.directory = directory;
        }

        /** @param databases other than embedded ones */
        public Maker on(OldDatabases databases) {
            this.databases = databases;
            return this;
        }

        public OldHome from(CarbonPack pack) {
            OldHome home = new OldHome(StockHome.in(directory).from(pack).path(), databases);
            new ProductionSettings(home, databases).apply();
            databases.make(home);
            return home;
        }
    }

    /** Starts its server, has it fill itself, and stops it. */
    public final PopulatedHome populated() {
        return populated(1);
    }

    /** @param seed the same one gives the same content; passwords, for instance, differ with it */
    public final PopulatedHome populated(long seed) {
        Population.of(this).populate(seed);
        return PopulatedHome.at(path(), databases);
    }

    /** For the local registry, the users and the mounted registry spaces. */
    public final List<DataSource> dataSources() {
        return databases.all();
    }

    /** @throws HarnessException if this home has no data source of that name */
    public final DataSource dataSource(String name) {
        return dataSources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HarnessException("no data source " + name + " in " + this));
    }
}
