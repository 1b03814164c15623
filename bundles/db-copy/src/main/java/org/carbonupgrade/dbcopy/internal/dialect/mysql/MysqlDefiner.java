package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * Whose rights a view or program has. One that belongs to the user who reads it belongs to the staging database's user there; any
 * other user is kept by name, for which the staging user needs a right of its own.
 */
final class MysqlDefiner {

    private static final String NAME = "(\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`)";
    private static final Pattern DEFINER =
            Pattern.compile("^(CREATE (?:ALGORITHM=\\w+ )?)DEFINER=" + NAME + "@" + NAME + " ");

    private final String user;

    private MysqlDefiner(String user) {
        this.user = user;
    }

    static MysqlDefiner of(Connection connection) throws SQLException {
        return new MysqlDefiner(Jdbc.first(connection, "SELECT CURRENT_USER()"));
    }

    /** The definition without a definer if that is the user. */
    String of(String definition) {
        Matcher definer = DEFINER.matcher(definition);
        return definer.find() && user.equals(Sql.name(definer.group(2)) + "@" + Sql.name(definer.group(3)))
                ? definer.replaceFirst("$1")
                : definition;
    }
}
