package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;

/**
 * The table {@code CARBON_UPGRADE} of a staging database: whose copy it holds, of what, and how far each table is. Plain SQL that
 * every database understands. It stays for good, and is left out of every copy and comparison.
 */
public final class MarkerTable {

    public static final String NAME = "CARBON_UPGRADE";

    /** What a row of the table is about. */
    enum Mark {
        UPGRADE,
        SOURCE,
        FINGERPRINT,
        PHASE,
        /** The numbers of a complete copy. */
        TOTAL,
        /** How far one table is; gone when the copy is complete. */
        TABLE
    }

    private static final String KEY = NAME + "_PK";

    private MarkerTable() {}

    /** A schema without the marker table. */
    public static Schema hide(Schema schema) {
        return schema.without(name -> name.endsWith("." + NAME) || name.endsWith("." + KEY));
    }

    /** Whether a schema has the marker table. */
    public static boolean in(Schema schema) {
        return schema.tables().stream().anyMatch(table -> table.name().endsWith("." + NAME));
    }

    /** What the table says, if it says anything; the table must exist. */
    public static Optional<UpgradeMark> read(Connection connection) throws SQLException {
        String upgrade = note(connection, Mark.UPGRADE, 0);
        return upgrade == null
                ? Optional.empty()
                : Optional.of(new UpgradeMark(
                        upgrade,
                        note(connection, Mark.SOURCE, 0),
                        UpgradeMark.Phase.valueOf(note(connection, Mark.PHASE, 0))));
    }

    static void create(Connection connection) throws SQLException {
        Jdbc.execute(
                connection,
                "CREATE TABLE " + NAME
                        + "(MARK VARCHAR(16) NOT NULL, TABLE_NO INTEGER NOT NULL, NOTE VARCHAR(2000) NOT NULL,"
                        + " CONSTRAINT " + KEY + " PRIMARY KEY (MARK, TABLE_NO))");
    }

    /** The note of a mark, or null if there is none. */
    static String note(Connection connection, Mark mark, int table) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT NOTE FROM " + NAME + " WHERE MARK = ? AND TABLE_NO = ?")) {
            query.setString(1, mark.name());
            query.setInt(2, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Writes a note over the one before, in the connection's transaction. */
    static void write(Connection connection, Mark mark, int table, String note) throws SQLException {
        delete(connection, mark, table);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + NAME + "(MARK, TABLE_NO, NOTE) VALUES (?, ?, ?)")) {
            insert.setString(1, mark.name());
            insert.setInt(2, table);
            insert.setString(3, note);
            insert.executeUpdate();
        }
    }

    /** Removes all marks of the tables. */
    static void forgetTables(Connection connection) throws SQLException {
        Jdbc.execute(connection, "DELETE FROM " + NAME + " WHERE MARK = '" + Mark.TABLE + "'");
    }

    private static void delete(Connection connection, Mark mark, int table) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + NAME + " WHERE MARK = ? AND TABLE_NO = ?")) {
            delete.setString(1, mark.name());
            delete.setInt(2, table);
            delete.executeUpdate();
        }
    }
}
