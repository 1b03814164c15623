package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Reads a JDBC URL of MySQL or MariaDB: hosts, schema and settings. Never shows the settings, which may hold a password. */
final class MysqlUrl {

    private static final Pattern PARTS =
            Pattern.compile("(jdbc:(?:mysql|mariadb):(?:[a-z]+:)?//)([^/?]*)/([^?]*)(?:\\?(.*))?", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("\\((\\w+)=([^)]*)\\)");
    private static final String DEFAULT_PORT = "3306";

    private final String start;
    private final String hosts;
    private final String schema;
    private final String settings;

    private MysqlUrl(Matcher parts) {
        this.start = parts.group(1);
        this.hosts = parts.group(2);
        this.schema = parts.group(3);
        this.settings = parts.group(4) == null ? "" : parts.group(4);
    }

    static boolean isOne(String url) {
        return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
    }

    static MysqlUrl of(DatabaseSpec database) {
        Matcher parts = PARTS.matcher(database.url());
        if (!parts.matches() || parts.group(3).isEmpty()) {
            throw new DbCopyException(
                    DbError.DB_URL,
                    "The URL is not of the form jdbc:mysql://host:port/schema, or jdbc:mariadb://host:port/schema.",
                    database.name());
        }
        return new MysqlUrl(parts);
    }

    /** Whether only MariaDB's driver understands it. */
    boolean isOfMariaDb() {
        return start.startsWith("jdbc:mariadb:");
    }

    /** Hosts, ports and schema, in one form, without user and password. */
    String place() {
        List<String> places = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            places.add(place(host.substring(host.lastIndexOf('@') + 1)));
        }
        return Printable.of(String.join(",", places) + "/" + schema);
    }

    /** The same URL with these settings in place of its own of the same names. */
    String with(Map<String, String> ours) {
        List<String> all = new ArrayList<>();
        for (String setting : settings.split("&")) {
            String name = setting.split("=", 2)[0];
            if (!name.isEmpty() && ours.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                all.add(setting);
            }
        }
        ours.forEach((name, value) -> {
            if (value != null) {
                all.add(name + "=" + value);
            }
        });
        return start + hosts + "/" + schema + "?" + String.join("&", all);
    }

    private static String place(String host) {
        String name = host;
        String port = DEFAULT_PORT;
        Matcher address = ADDRESS.matcher(host);
        if (address.find()) {
            do {
                if (address.group(1).equalsIgnoreCase("host")) {
                    name = address.group(2);
                } else if (address.group(1).equalsIgnoreCase("port")) {
                    port = address.group(2);
                }
            } while (address.find());
        } else if (host.matches(".*:\\d+")) {
            int colon = host.lastIndexOf(':');
            name = host.substring(0, colon);
            port = host.substring(colon + 1);
        }
        return (name.isEmpty() ? "localhost" : name.toLowerCase(Locale.ROOT)) + ":" + port;
    }
}
