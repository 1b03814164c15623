package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Says before anything is copied what the staging database can't hold as the old one does. */
final class Fit {

    private Fit() {}

    /** Refuses a server that is older, or that understands characters in another way. */
    static void require(SessionWords words, Connection source, Connection target, String where) throws SQLException {
        if (version(target) < version(source)) {
            refuse(
                    "server is older (" + target.getMetaData().getDatabaseProductVersion() + ") than the old one's ("
                            + source.getMetaData().getDatabaseProductVersion() + ")",
                    where);
        }
        Map<String, String> theirs = common(target, words);
        for (Map.Entry<String, String> mine : common(source, words).entrySet()) {
            String other = theirs.get(mine.getKey());
            if (!Objects.equals(mine.getValue(), other)) {
                refuse(mine.getKey() + " is " + other + ", the old one's " + mine.getValue(), where);
            }
        }
    }

    static void requireRights(List<String> missing, String where) {
        if (!missing.isEmpty()) {

            throw new DbCopyException(
                    DbError.DB_RIGHTS, "The database's user lacks: " + String.join(", ", missing) + ".", where);
        }
    }

    private static Map<String, String> common(Connection connection, SessionWords words) throws SQLException {
        Map<String, String> common = new TreeMap<>();
        Jdbc.each(connection, words.common(), row -> common.put(row.getString(1).trim(), row.getString(2)));
        return common;
    }

    private static int version(Connection connection) throws SQLException {
        int minor = Math.min(connection.getMetaData().getDatabaseMinorVersion(), 999);
        return connection.getMetaData().getDatabaseMajorVersion() * 1000 + minor;
    }

    private static void refuse(String why, String where) {
        throw new DbCopyException(DbError.DB_INEXACT, "The staging database's " + why + ".", where);
    }
}
