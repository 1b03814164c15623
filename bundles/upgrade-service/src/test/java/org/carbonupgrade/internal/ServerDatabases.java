package org.carbonupgrade.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.carbonupgrade.itests.databases.LocalServer;
import org.carbonupgrade.itests.databases.PostgresServer;

/** Databases on a real server for a home of the stock server: its two old ones, and a staging database for each. */
public final class ServerDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final LocalServer server;
    private final boolean postgresql;
    private final int number = NUMBER.incrementAndGet();

    public ServerDatabases(LocalServer server) {
        this.server = server;
        this.postgresql = server instanceof PostgresServer;
    }

    /** What the database is called on its server: {@code old_carbon}, {@code staging_shared}, with a number. */
    public String name(String what) {
        return what + "_" + number;
    }

    public String url(String what) {
        return postgresql
                ? "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name(what)
                : "jdbc:mysql://127.0.0.1:" + server.port() + "/" + name(what) + "?useSSL=false";
    }

    /** Makes the four databases, has the home use the old ones and the plan name the others. */
    public ServerDatabases usedBy(StockUpgrade upgrade) throws Exception {
        upgrade.driver(postgresql ? org.postgresql.Driver.class : com.mysql.jdbc.Driver.class);
        String file = "repository/conf/datasources/master-datasources.xml";
        upgrade.oldHome()
                .replace(file, "<username>wso2carbon<", "<username>" + server.admin() + "<")
                .replace(file, "<password>wso2carbon<", "<password>" + LocalServer.PASSWORD + "<")
                .replace(file, "org.h2.Driver", postgresql ? "org.postgresql.Driver" : "com.mysql.jdbc.Driver");
        for (String database : new String[] {"carbon", "shared"}) {
            String upper = database.toUpperCase(java.util.Locale.ROOT);
            make("old_" + database, "");
            make("staging_" + database, "");
            upgrade.oldHome()
                    .file(
                            file,
                            upgrade.oldHome()
                                    .text(file)
                                    .replaceAll(
                                            "<url>jdbc:h2:[^<]*WSO2" + upper + "_DB[^<]*",
                                            "<url>" + url("old_" + database)));
            upgrade.plan("staging.WSO2_" + upper + "_DB.url", url("staging_" + database));
        }
        return this;
    }

    /** Makes an empty database, instead of the one of that name. */
    public void make(String what, String options) throws SQLException {
        admin("DROP DATABASE IF EXISTS " + name(what));
        admin("CREATE DATABASE " + name(what) + " " + options);
    }

    /** Runs statements on the server's own database. */
    public void admin(String... statements) throws SQLException {
        String own = postgresql
                ? "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres"
                : "jdbc:mysql://127.0.0.1:" + server.port() + "/mysql?useSSL=false";
        try (Connection connection = DriverManager.getConnection(own, server.admin(), LocalServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Connects as the user that the home uses. */
    public Connection connect(String what) throws SQLException {
        return DriverManager.getConnection(
                url(what) + (postgresql ? "" : "&allowMultiQueries=true"), server.admin(), LocalServer.PASSWORD);
    }

    /** Runs a whole script. */
    public void run(String what, String script) throws SQLException {
        try (Connection connection = connect(what);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    public List<String> catalogue(String what) throws SQLException {
        try (Connection connection = connect(what)) {
            return Catalogue.of(connection, Arrays.asList("CARBON_UPGRADE"));
        }
    }
}
