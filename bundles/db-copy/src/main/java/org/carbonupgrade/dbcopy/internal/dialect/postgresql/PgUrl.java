package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** A JDBC URL of PostgreSQL: {@code jdbc:postgresql://host:port,host:port/database?parameters}. Immutable; never printed. */
final class PgUrl {

    static final String PREFIX = "jdbc:postgresql:";

    private static final String DEFAULT_PORT = "5432";

    private final DatabaseSpec spec;
    private final String hosts;
    private final String database;
    private final Map<String, String> parameters;

    private PgUrl(DatabaseSpec spec, String hosts, String database, Map<String, String> parameters) {
        this.spec = spec;
        this.hosts = hosts;
        this.database = database;
        this.parameters = parameters;
    }

    static PgUrl of(DatabaseSpec spec) {
        String rest = spec.url().substring(PREFIX.length());
        int question = rest.indexOf('?');
        Map<String, String> parameters = parameters(spec, question < 0 ? "" : rest.substring(question + 1));
        String place = question < 0 ? rest : rest.substring(0, question);
        String hosts = "";
        String database = place.startsWith("/") && !place.startsWith("//") ? place.substring(1) : place;
        if (place.startsWith("//")) {
            int slash = place.indexOf('/', 2);
            hosts = slash < 0 ? place.substring(2) : place.substring(2, slash);
            database = slash < 0 ? "" : place.substring(slash + 1);
        }
        return new PgUrl(spec, hosts, decoded(spec, database), parameters);
    }

    /** Equal for two URLs that are sure to lead to the same database; a server can have several names. */
    String identity() {
        return "PostgreSQL database " + database() + " at "
                + Arrays.stream((hosts.isEmpty() ? "localhost" : hosts).split(","))
                        .map(PgUrl::withPort)
                        .collect(Collectors.joining(","));
    }

    /** The database's name. */
    String database() {
        return database.isEmpty() ? String.valueOf(user()) : database;
    }

    /** Another database of the same server, with the same user. */
    DatabaseSpec beside(String name) {
        int question = spec.url().indexOf('?');
        String url = PREFIX
                + (hosts.isEmpty() ? "" : "//" + hosts + "/")
                + encoded(name)
                + (question < 0 ? "" : spec.url().substring(question));
        return DatabaseSpec.named(spec.name())
                .url(url)
                .user(spec.username(), spec.password())
                .driverClass(spec.driverClass())
                .drivers(spec.drivers())
                .directory(spec.directory())
                .build();
    }

    /** For the driver, without the parameters that are {@link #login() given to it} apart. */
    String connectTo() {
        Properties login = login();
        String kept = parameters.entrySet().stream()
                .filter(entry -> !login.containsKey(decoded(spec, entry.getKey())))
                .map(entry -> entry.getKey() + (entry.getValue() == null ? "" : "=" + entry.getValue()))
                .collect(Collectors.joining("&"));
        int question = spec.url().indexOf('?');
        String place = question < 0 ? spec.url() : spec.url().substring(0, question);
        return place + (kept.isEmpty() ? "" : "?" + kept);
    }

    /**
     * Every value goes as the server's own text, whatever its type; rows are fetched some at a time; nothing is prepared that a
     * pooler in between would not know.
     */
    Properties login() {
        Properties login = new Properties();
        if (user() != null) {
            login.setProperty("user", user());
        }
        if (password() != null) {
            login.setProperty("password", password());
        }
        login.setProperty("stringtype", "unspecified");
        login.setProperty("binaryTransfer", "false");
        login.setProperty("prepareThreshold", "0");
        login.setProperty("defaultRowFetchSize", "64");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("ApplicationName", "carbon-upgrade");
        return login;
    }

    private String user() {
        return spec.username() != null ? spec.username() : parameter("user");
    }

    private String password() {
        return spec.password() != null ? spec.password() : parameter("password");
    }

    private String parameter(String name) {
        String value = parameters.get(name);
        return value == null ? null : decoded(spec, value);
    }

    private static String withPort(String host) {
        String given = host.toLowerCase(Locale.ROOT);
        return given.matches(".*:\\d+") ? given : given.replaceAll(":$", "") + ":" + DEFAULT_PORT;
    }

    private static Map<String, String> parameters(DatabaseSpec spec, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                parameters.put(
                        equals < 0 ? parameter : parameter.substring(0, equals),
                        equals < 0 ? null : parameter.substring(equals + 1));
            }
        }
        return parameters;
    }

    private static String encoded(String text) {
        try {
            return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(DatabaseSpec spec, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), "UTF-8");
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            throw new DbCopyException(DbError.DB_URL, "The JDBC URL has a % that encodes nothing.", spec.name());
        }
    }
}
