package org.carbonupgrade.dbcopy.internal.dialect.db2;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.UrlSettings;

/** Reads a URL of DB2's driver: {@code jdbc:db2://host:port/name:setting=value;}, or {@code jdbc:db2:alias}. */
final class Db2Url {

    static final String PREFIX = "jdbc:db2:";

    private static final Pattern PARTS =
            Pattern.compile("jdbc:db2:(?://([^/:]*|\\[[^]]*])(?::(\\d+))?/)?([^:;/?]+)(?::(.*))?", Pattern.DOTALL);
    private static final String DEFAULT_PORT = "50000";

    private Db2Url() {}

    static ServerUrl of(DatabaseSpec database) {
        Matcher parts = PARTS.matcher(database.url());
        if (!parts.matches()) {
            throw ServerUrl.unreadable(database, "jdbc:db2://host:port/database:setting=value;");
        }
        UrlSettings settings = new UrlSettings(parts.group(4) == null ? "" : parts.group(4));
        String user = settings.get("user");
        String login = database.username() != null ? database.username() : user;
        String given = settings.get("currentSchema");
        String schema = given != null ? given : login == null ? null : login.toUpperCase(Locale.ROOT);
        String where = parts.group(1) == null
                ? ""
                : " at " + parts.group(1).toLowerCase(Locale.ROOT) + ":"
                        + (parts.group(2) == null ? DEFAULT_PORT : parts.group(2));
        String rest = settings.without("user", "password");
        String start = parts.group(4) == null ? database.url() : database.url().substring(0, parts.start(4) - 1);
        return new ServerUrl(
                "schema " + (schema == null ? "of the operating system's user" : schema) + " of database "
                        + parts.group(3).toUpperCase(Locale.ROOT) + where,
                start + (rest.isEmpty() ? "" : ":" + rest),
                user,
                settings.get("password"));
    }
}
