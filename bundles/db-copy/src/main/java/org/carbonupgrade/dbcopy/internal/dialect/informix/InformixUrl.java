package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.UrlSettings;

/** Reads a URL of Informix's driver: {@code jdbc:informix-sqli://host:port/name:INFORMIXSERVER=server;setting=value}. */
final class InformixUrl {

    static final String PREFIX = "jdbc:informix-sqli:";

    private static final Pattern PARTS = Pattern.compile(
            "jdbc:informix-sqli:(?://(\\[[^]]*]|[^/:]*)(?::([^/:]+))?)?/([^:;/]+)(?:[:;](.*))?", Pattern.DOTALL);

    private InformixUrl() {}

    static ServerUrl of(DatabaseSpec database) {
        Matcher parts = PARTS.matcher(database.url());
        if (!parts.matches()) {
            throw ServerUrl.unreadable(database, "jdbc:informix-sqli://host:port/database:INFORMIXSERVER=server");
        }
        UrlSettings settings = new UrlSettings(parts.group(4) == null ? "" : parts.group(4));
        String server = settings.get("INFORMIXSERVER");
        String host = parts.group(1);
        String where = (server == null ? "" : " of server " + server)
                + (host == null || host.isEmpty()
                        ? ""
                        : " at " + host.toLowerCase(Locale.ROOT)
                                + (parts.group(2) == null ? "" : ":" + parts.group(2)));
        String rest = settings.without("user", "password", "DELIMIDENT");
        String start = parts.group(4) == null ? database.url() : database.url().substring(0, parts.start(4) - 1);
        return new ServerUrl(
                "database " + parts.group(3).toLowerCase(Locale.ROOT) + where,
                start + (rest.isEmpty() ? "" : ":" + rest),
                settings.get("user"),
                settings.get("password"));
    }
}
