package org.carbonupgrade.internal.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;

/** What a program needs to know to log in where a JDBC URL leads to. Immutable; holds a password, and never shows it. */
final class ServerLogin {

    private static final Pattern PLACE = Pattern.compile("(?:.* at |.* schema )([^/]+)(?:/.*)?", Pattern.DOTALL);

    private final List<String> hosts = new ArrayList<>();
    private final List<String> ports = new ArrayList<>();
    private final String database;
    private final String user;
    private final String password;
    private final UrlParameters url;

    private ServerLogin(String place, String database, String user, DatabaseSpec spec) {
        Matcher matcher = PLACE.matcher(place);
        for (String one : (matcher.matches() ? matcher.group(1) : "").split(",")) {
            int colon = one.lastIndexOf(':');
            hosts.add(one.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", ""));
            ports.add(one.substring(colon + 1));
        }
        this.database = database;
        this.user = user;
        this.url = new UrlParameters(spec.url());
        this.password = spec.password() != null ? spec.password() : url.get("password", "");
    }

    /** The server itself says which database it is, and who we are; the database's identity says where. */
    static ServerLogin of(DatabaseSpec spec, DatabaseCopier copier) {
        String place = copier.identify(spec).toString();
        return copier.query(spec, connection -> {
            String given = connection.getMetaData().getUserName();
            String user = spec.username() != null ? spec.username() : given.replaceFirst("@[^@]*$", "");
            return new ServerLogin(place, connection.getCatalog(), user, spec);
        });
    }

    /** One or several, in the order in which they are tried. */
    List<String> hosts() {
        return hosts;
    }

    /** One of each host. */
    List<String> ports() {
        return ports;
    }

    String database() {
        return database;
    }

    String user() {
        return user;
    }

    /** Empty for none. Never print it. */
    String password() {
        return password;
    }

    /** What else the URL says. */
    UrlParameters url() {
        return url;
    }

    @Override
    public String toString() {
        return database + " at " + hosts;
    }
}
