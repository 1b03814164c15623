package org.carbonupgrade.dbcopy.internal.postgresql;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.carbonupgrade.itests.databases.PostgresServer;

/** A PostgreSQL server of this JVM, as its clients see it. */
final class PgServer {

    static final String ADMIN = PostgresServer.ADMIN;
    static final String USER = "carbon";

    /** Of both, and of whoever else is made. */
    static final String PASSWORD = PostgresServer.PASSWORD;

    private static final Driver DRIVER = load("42.7.4");
    private static PgServer only;

    private final PostgresServer server;

    private PgServer(Path archive) throws IOException, InterruptedException {
        server = PostgresServer.start(
                archive, "password_encryption=md5", "max_connections=60", "shared_buffers=64MB", "autovacuum=off");
    }

    /** One more, beside the one that all tests share; its caller stops it. */
    static PgServer another() throws IOException, InterruptedException {
        return new PgServer(null);
    }

    /** A server of another version, with the user that all tests have; its caller stops it. */
    static PgServer another(Path archive) throws IOException, InterruptedException, SQLException {
        PgServer server = new PgServer(archive);
        server.makeTheUser();
        return server;
    }

    private void makeTheUser() throws SQLException {
        execute(ADMIN, "postgres", "CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
    }

    static synchronized PgServer start() {
        if (only == null) {
            try {
                only = new PgServer(null);
                only.makeTheUser();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return only;
    }

    /** Kills the server with no chance to tidy up. */
    void kill() throws IOException, InterruptedException {
        server.kill();
    }

    /** Kills a process of the server, which takes all sessions down and starts anew by itself; false if it has gone. */
    boolean kill(String process) throws IOException, InterruptedException {
        return server.kill(process);
    }

    void restart() throws IOException, InterruptedException {
        server.restart();
    }

    void stop() {
        server.close();
    }

    static Path jar(String version) {
        return Paths.get("target", "drivers", "postgresql-" + version + ".jar").toAbsolutePath();
    }

    int port() {
        return server.port();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** As a client of its own, without any of the code under test. */
    Connection connect(String user, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", PASSWORD);
        return DRIVER.connect(url(database), login);
    }

    void execute(String user, String database, String... statements) throws SQLException {
        try (Connection connection = connect(user, database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                for (String each : PgWords.of(sql, connection.getMetaData().getDatabaseMajorVersion())) {
                    statement.execute(each);
                }
            }
        }
    }

    /** Its major version: 10 and newer have one. */
    int version() throws SQLException {
        try (Connection connection = connect(ADMIN, "postgres")) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    private static Driver load(String version) {
        try {
            ClassLoader loader = new URLClassLoader(
                    new URL[] {jar(version).toUri().toURL()},
                    ClassLoader.getSystemClassLoader().getParent());
            return (Driver) Class.forName("org.postgresql.Driver", true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
