package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;

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
        TABLE,
        /** Everything is there but the last settings; gone when the copy is complete. */
        FINISHED
    }

    /** Begins the mark of a part of a table; its number follows. */
    private static final String PART = "PART ";

    private static final String COLUMNS = "MARK TABLE_NO NOTE";

    private MarkerTable() {}

    /** A schema without the marker table. */
    public static Schema hide(Schema schema) {
        return in(schema).map(marker -> schema.without(marker::equals)).orElse(schema);
    }

    /** The name of a schema's marker table, if it has one: a table of that name with other columns is somebody else's. */
    public static Optional<ObjectName> in(Schema schema) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(schema.atHome(table.name().last()))
                        && table.name().last().equalsIgnoreCase(NAME)
                        && COLUMNS.equals(String.join(" ", table.columnNames()).toUpperCase(Locale.ROOT)))
                .map(Table::name)
                .findFirst();
    }

    /** What the marker table says, if there is one and it says anything. */
    public static Optional<UpgradeMark> read(Schema schema, Connection connection) throws SQLException {
        if (!in(schema).isPresent()) {
            return Optional.empty();
        }
        String upgrade = note(connection, Mark.UPGRADE, 0);
        return upgrade == null
                ? Optional.empty()
                : Optional.of(new UpgradeMark(
                        upgrade, note(connection, Mark.SOURCE, 0), phase(note(connection, Mark.PHASE, 0))));
    }

    /** The note of a mark, or null if there is none. */
    static String note(Connection connection, Mark mark, int table) throws SQLException {
        return note(connection, mark.name(), table);
    }

    /** The note of a part of a table, or null if there is none. */
    static String part(Connection connection, int table, int part) throws SQLException {
        return note(connection, PART + part, table);
    }

    private static String note(Connection connection, String mark, int table) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT NOTE FROM " + NAME + " WHERE MARK = ? AND TABLE_NO = ?")) {
            query.setString(1, mark);
            query.setInt(2, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Writes a note over the one before, in the connection's transaction. */
    static void write(Connection connection, Mark mark, int table, String note) throws SQLException {
        delete(connection, mark, table);
        insert(connection, mark.name(), table, note);
    }

    private static void insert(Connection connection, String mark, int table, String note) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + NAME + "(MARK, TABLE_NO, NOTE) VALUES (?, ?, ?)")) {
            insert.setString(1, mark);
            insert.setInt(2, table);
            insert.setString(3, note);
            insert.executeUpdate();
        }
    }

    /** How far the parts of tables are that are moved in parts: number of the table, then of the part, to the note. */
    static Map<Integer, Map<Integer, String>> parts(Connection connection) throws SQLException {
        Map<Integer, Map<Integer, String>> parts = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT MARK, TABLE_NO, NOTE FROM " + NAME + " WHERE MARK LIKE ?")) {
            query.setString(1, PART + "%");
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    parts.computeIfAbsent(row.getInt(2), number -> new HashMap<>())
                            .put(Integer.valueOf(row.getString(1).substring(PART.length())), row.getString(3));
                }
            }
        }
        return parts;
    }

    /** Says that a part of a table is there, in the connection's transaction. */
    static void writePart(Connection connection, int table, int part, String note) throws SQLException {
        insert(connection, PART + part, table, note);
    }

    /** Removes the marks of a table's parts, in the connection's transaction. */
    static void forgetParts(Connection connection, int table) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + NAME + " WHERE MARK LIKE ? AND TABLE_NO = ?")) {
            delete.setString(1, PART + "%");
            delete.setInt(2, table);
            delete.executeUpdate();
        }
    }

    /** Removes what only an unfinished copy needs. */
    static void forgetProgress(Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + NAME + " WHERE MARK = ? OR MARK = ? OR MARK LIKE ?")) {
            delete.setString(1, Mark.TABLE.name());
            delete.setString(2, Mark.FINISHED.name());
            delete.setString(3, PART + "%");
            delete.executeUpdate();
        }
    }

    private static UpgradeMark.Phase phase(String note) {
        try {
            return UpgradeMark.Phase.valueOf(note);
        } catch (IllegalArgumentException e) {
            throw new DbCopyException(
                    DbError.DB_FOREIGN_COPY,
                    "The table speaks of a phase " + note + ", which is not known here.",
                    NAME);
        }
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
