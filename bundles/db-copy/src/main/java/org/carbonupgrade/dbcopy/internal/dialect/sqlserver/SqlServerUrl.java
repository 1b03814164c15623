package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.UrlSettings;

/** Reads a URL of Microsoft's driver or of jTDS. */
final class SqlServerUrl {

    static final String JTDS = "jdbc:jtds:sqlserver:";

    private static final String MICROSOFT = "jdbc:sqlserver:";
    private static final Pattern PARTS = Pattern.compile(
            "(jdbc:(?:jtds:)?sqlserver://)([^;/\\\\:]*)(?:\\\\([^;:/]*))?(?::(\\d+))?(?:/([^;]*))?(?:;(.*))?",
            Pattern.DOTALL);
    private static final String DEFAULT_PORT = "1433";
    private static final String[] USER = {"user", "userName"};

    private SqlServerUrl() {}

    static boolean isOne(String url) {
        return url.startsWith(MICROSOFT) || url.startsWith(JTDS);
    }

    static ServerUrl of(DatabaseSpec database) {
        Matcher parts = PARTS.matcher(database.url());
        if (!parts.matches()) {
            throw ServerUrl.unreadable(
                    database, "jdbc:sqlserver://host:port;databaseName=name or jdbc:jtds:sqlserver://host:port/name");
        }
        UrlSettings settings = new UrlSettings(either(parts.group(6), ""));
        String host = either(parts.group(2), either(settings.get("serverName", "server"), "localhost"));
        String instance = either(parts.group(3), either(settings.get("instanceName", "instance"), ""));
        String port = either(parts.group(4), either(settings.get("portNumber", "port"), DEFAULT_PORT));
        String name = either(parts.group(5), either(settings.get("databaseName", "database"), ""));
        String login = settings.get(USER);
        String start = database.url()
                .substring(0, parts.group(6) == null ? database.url().length() : parts.start(6) - 1);
        return new ServerUrl(
                "database " + (name.isEmpty() ? "that is the login's default" : name) + " at "
                        + host.toLowerCase(Locale.ROOT)
                        + (instance.isEmpty() ? "" : "\\" + instance.toLowerCase(Locale.ROOT)) + ":" + port,
                start + ";" + settings.without("user", "userName", "password"),
                login,
                settings.get("password"));
    }

    private static String either(String one, String other) {
        return one == null || one.isEmpty() ? other : one;
    }
}
