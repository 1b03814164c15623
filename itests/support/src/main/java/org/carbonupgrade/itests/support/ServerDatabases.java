package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases of a server, each with an account of its own; the home gets the driver. */
final class ServerDatabases extends OldDatabases {

    private final DatabaseServer server;
    private final String prefix;

    /** @param prefix begins the databases' names, so that several homes can have theirs on one server */
    ServerDatabases(DatabaseServer server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    @Override
    DataSource carbon() {
        return carbon(server.url(prefix + "carbon"), server.driverClass(), prefix + "carbon");
    }

    @Override
    DataSource users() {
        return users(server.url(prefix + "users"), server.driverClass(), prefix + "users");
    }

    @Override
    DataSource registry() {
        return registry(server.url(prefix + "registry"), server.driverClass(), prefix + "registry");
    }

    @Override
    void make(OldHome home) {
        try {
            Files.copy(
                    server.driverJar(),
                    home.resolve("repository/components/lib")
                            .resolve(server.driverJar().getFileName()));
            String script = Files.readString(home.resolve("dbscripts/" + server.script()));
            for (DataSource source : all()) {
                server.create(source.username(), source.username(), source.password());
                try (Connection connection = server.connect(source.username(), source.username(), source.password());
                        Statement statement = connection.createStatement()) {
                    statement.execute(script);
                }
            }
        } catch (IOException | SQLException e) {
            throw new HarnessException("cannot make the databases of " + home, e);
        }
    }
}
