package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A home as production has it: {@code OldHome.in(dir).from(pack)} is configured by hand and has empty databases with the
 * server's schema, and {@code .populated()} fills them. Administrator's password, host name, port offset, key, data sources and
 * more differ from the download.
 */
public class OldHome extends Home {

    OldHome(Path path) {
        super(path);
    }

    /** @param directory the home to be; empty or not there yet */
    public static Maker in(Path directory) {
        return new Maker(directory);
    }

    /** Makes old homes. */
    public static final class Maker {

        private final Path directory;

        private Maker(Path directory) {
            this.directory = directory;
        }

        public OldHome from(CarbonPack pack) {
            OldHome home = new OldHome(StockHome.in(directory).from(pack).path());
            new ProductionSettings(home).apply();
            home.deleteStockDatabases();
            home.dataSources().forEach(home::createSchema);
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
        return PopulatedHome.at(path());
    }

    /** For the local registry, the users and the mounted registry spaces. */
    public final List<DataSource> dataSources() {
        return OldDataSources.ALL;
    }

    /** @throws HarnessException if this home has no data source of that name */
    public final DataSource dataSource(String name) {
        return dataSources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new HarnessException("no data source " + name + " in " + this));
    }

    /** Carbon's way of creating it, {@code -Dsetup}, drops tables: it is never used, here neither. */
    private void createSchema(DataSource source) {
        try (Connection connection = connect(source);
                PreparedStatement script = connection.prepareStatement("RUNSCRIPT FROM ?")) {
            script.setString(1, resolve("dbscripts/h2.sql").toString());
            script.execute();
        } catch (SQLException e) {
            throw new HarnessException("cannot create the database of " + source + " in " + path(), e);
        }
    }

    private void deleteStockDatabases() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(databases(), "*.db")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new HarnessException("cannot delete the databases that " + path() + " came with", e);
        }
    }
}
