package org.carbonupgrade.dbcopy.internal.dialect.oracle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;

/** Reads a URL of Oracle's driver: {@code jdbc:oracle:thin:[user/password]@place}. */
final class OracleUrl {

    static final String PREFIX = "jdbc:oracle:";

    private static final Pattern PARTS = Pattern.compile("(jdbc:oracle:(?:thin|oci8?|kprb):)(.*)", Pattern.DOTALL);
    private static final Pattern LOGIN = Pattern.compile("(\"[^\"]*\"|[^/\"]*)(?:/(\"[^\"]*\"|.*))?", Pattern.DOTALL);
    private static final Pattern EASY = Pattern.compile(
            "(?i)(?:(?:([a-z]+):)?//)?([^:/?]+)(?::(\\d+))?(?:([:/])([^?]*))?(?:\\?.*)?", Pattern.DOTALL);
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\(\\s*(HOST|PORT|SID|SERVICE_NAME)\\s*=\\s*([^)\\s]*)");
    private static final String DEFAULT_PORT = "1521";

    private OracleUrl() {}

    static ServerUrl of(DatabaseSpec database) {
        Matcher parts = PARTS.matcher(database.url());
        int at = parts.matches() ? at(parts.group(2)) : -1;
        if (at < 0) {
            throw ServerUrl.unreadable(
                    database, "jdbc:oracle:thin:@//host:port/service or jdbc:oracle:thin:@host:port:SID");
        }
        String place = parts.group(2).substring(at + 1);
        Matcher login = LOGIN.matcher(parts.group(2).substring(0, at));
        boolean hasLogin = at > 0 && login.matches();
        String user = hasLogin ? unquoted(login.group(1)) : null;
        String schema = database.username() != null ? database.username() : user;
        return new ServerUrl(
                "schema " + (schema == null ? "of the operating system's user" : folded(schema)) + " at "
                        + place(place),
                parts.group(1) + "@" + place,
                user,
                hasLogin ? unquoted(login.group(2)) : null);
    }

    /** The sign behind user and password: both may hold one in quotes, and what is behind it may in parentheses. */
    private static int at(String rest) {
        int parenthesis = rest.indexOf('(');
        int behind = rest.lastIndexOf('@', parenthesis < 0 ? rest.length() : parenthesis);
        return behind < 0 ? rest.indexOf('@') : behind;
    }

    private static String place(String text) {
        if (text.contains("(")) {
            StringBuilder place = new StringBuilder();
            for (Matcher part = ADDRESS.matcher(text); part.find(); ) {
                place.append(place.length() == 0 ? "" : " ")
                        .append(part.group(1).toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(part.group(2).toLowerCase(Locale.ROOT));
            }
            return place.toString();
        }
        Matcher easy = EASY.matcher(text);
        if (!easy.matches() || easy.group(5) == null) {
            return text.replaceFirst("\\?.*", "").toLowerCase(Locale.ROOT); // an alias, which the driver looks up
        }
        return easy.group(2).toLowerCase(Locale.ROOT) + ":"
                + (easy.group(3) == null ? DEFAULT_PORT : easy.group(3))
                + easy.group(4) + easy.group(5).toLowerCase(Locale.ROOT);
    }

    private static String folded(String name) {
        return name.startsWith("\"") ? unquoted(name) : name.toUpperCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        return text != null && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
