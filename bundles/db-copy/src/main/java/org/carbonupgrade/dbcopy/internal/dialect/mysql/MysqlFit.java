package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Says before anything is copied what the staging server can't hold as the old one does. */
final class MysqlFit {

    private static final String CASE = "SELECT @@lower_case_table_names";
    private static final String ENGINES_USED = "SELECT DISTINCT ENGINE FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND ENGINE IS NOT NULL";
    private static final String ENGINES =
            "SELECT ENGINE FROM INFORMATION_SCHEMA.ENGINES WHERE SUPPORT IN ('YES', 'DEFAULT')";
    private static final String COLLATIONS_USED = "SELECT DISTINCT COLLATION_NAME FROM INFORMATION_SCHEMA.COLUMNS"
            + " WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL";

    private MysqlFit() {}

    /** Refuses a target whose server differs in what decides how a schema is understood. */
    static void require(Connection source, Connection target, String where) throws SQLException {
        if (!product(source).equals(product(target))) {
            throw new DbCopyException(
                    DbError.DB_TYPES_DIFFER,
                    "The old database is on " + product(source) + ", the staging database on " + product(target) + ".",
                    where);
        }
        String mine = Jdbc.first(source, CASE);
        String theirs = Jdbc.first(target, CASE);
        if (!mine.equals(theirs)) {
            refuse("has lower_case_table_names = " + theirs + ", the old one's " + mine, where);
        }
        requireAll("storage engines", Jdbc.column(source, ENGINES_USED), Jdbc.column(target, ENGINES), where);
        MysqlTranslation translation = MysqlTranslation.between(source, target);
        for (String collation : Jdbc.column(source, COLLATIONS_USED)) {
            String name = translation.collation(collation).replace("_", "\\_");
            if (Jdbc.column(target, "SHOW COLLATION LIKE " + Sql.literal(name)).isEmpty()) {
                refuse("lacks the collation " + collation, where);
            }
        }
    }

    private static void requireAll(String what, List<String> used, List<String> there, String where) {
        Set<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        missing.addAll(used);
        there.forEach(missing::remove);
        if (!missing.isEmpty()) {
            refuse("lacks the " + what + " " + String.join(", ", missing), where);
        }
    }

    private static void refuse(String why, String where) {
        throw new DbCopyException(DbError.DB_INEXACT, "The staging database's server " + why + ".", where);
    }

    private static String product(Connection connection) throws SQLException {
        return MysqlHash.isOfMariaDb(connection) ? "MariaDB" : "MySQL";
    }
}
