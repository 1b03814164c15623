package org.carbonupgrade.itests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A Carbon server's home directory, with names for the places in it that tests look at. */
public class Home {

    private final Path path;

    protected Home(Path path) {
        this.path = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(this.path.resolve("bin/wso2server.sh"))) {
            throw new HarnessException("not a Carbon home, it has no bin/wso2server.sh: " + this.path);
        }
    }

    /** @throws HarnessException if no Carbon server is there */
    public static Home at(Path path) {
        return new Home(path);
    }

    public final Path path() {
        return path;
    }

    /** A file or directory of the home by its path below it, such as {@code repository/conf/carbon.xml}. */
    public final Path resolve(String relative) {
        return path.resolve(relative);
    }

    public final Path conf() {
        return resolve("repository/conf");
    }

    public final Path databases() {
        return resolve("repository/database");
    }

    public final Path dropins() {
        return resolve("repository/components/dropins");
    }

    public final Path plugins() {
        return resolve("repository/components/plugins");
    }

    /** The super tenant's artifacts. */
    public final Path deployment() {
        return resolve("repository/deployment/server");
    }

    /** The parent of the other tenants' directories, which are named by tenant id. */
    public final Path tenants() {
        return resolve("repository/tenants");
    }

    public final Path logs() {
        return resolve("repository/logs");
    }

    /**
     * Opens one of the home's embedded databases with the home's own driver. Its server has to be stopped; a file database changes
     * a little whenever it is opened.
     */
    public final Connection connect(DataSource source) throws SQLException {
        return H2Driver.of(this).connect(source);
    }

    @Override
    public final String toString() {
        return path.toString();
    }
}
