package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/**
 * Lets the staging database's user into a clone, whose users are the old database's: as if that user had made the database, who
 * would be its administrator, beside the old database's users.
 */
final class H2CloneUser {

    private final H2Url old;
    private final H2Url staging;
    private final String name;

    H2CloneUser(DatabaseSpec source, DatabaseSpec target) {
        this.old = H2Url.of(source);
        this.staging = H2Url.of(target);
        this.name = target.name();
    }

    /** @param clone opened by the old database's user, who is an administrator: H2 lets no other open a file with settings */
    void let(Connection clone) throws SQLException {
        if (user(old).equals(user(staging)) && old.userPassword().equals(staging.userPassword())) {
            return;
        }
        String user = ObjectName.quote(user(staging));
        String password = "'" + staging.userPassword().replace("'", "''") + "'";
        execute(clone, "CREATE USER IF NOT EXISTS " + user + " PASSWORD " + password);
        execute(clone, "ALTER USER " + user + " SET PASSWORD " + password);
        execute(clone, "ALTER USER " + user + " ADMIN TRUE");
        clone.commit();
    }

    /** As H2 writes them. */
    private static String user(H2Url url) {
        return url.user().toUpperCase(Locale.ENGLISH);
    }

    /** Nothing of the database's message: it may cite the statement. */
    private void execute(Connection clone, String sql) {
        try {
            Jdbc.execute(clone, sql);
        } catch (SQLException e) {
            throw new DbCopyException(DbError.DB_SQL, "Cannot let the staging database's user into the clone.", name);
        }
    }
}
