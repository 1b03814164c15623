package org.carbonupgrade.internal.path;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.database.Stored;

/** What a database is to have: a table, a column, an index, or a column's default. Immutable. */
public final class Goal {

    private static final Pattern TEXT =
            Pattern.compile("(table) (\\w+)|(column|index) (\\w+)\\.(\\w+)|(default) (\\w+)\\.(\\w+) = (.+)");

    private final String text;
    private final String kind;
    private final String table;
    private final String part;
    private final String value;

    private Goal(String text, String kind, String table, String part, String value) {
        this.text = text;
        this.kind = kind;
        this.table = table;
        this.part = part;
        this.value = value;
    }

    /**
     * Reads {@code table T}, {@code column T.C}, {@code index T.I} or {@code default T.C = VALUE}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Goal parse(String text) {
        Matcher goal = TEXT.matcher(text);
        if (!goal.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is none of the goals table T, column T.C, index T.I and default T.C = VALUE");
        }
        if (goal.group(1) != null) {
            return new Goal(text, goal.group(1), goal.group(2), null, null);
        }
        return goal.group(3) != null
                ? new Goal(text, goal.group(3), goal.group(4), goal.group(5), null)
                : new Goal(text, goal.group(6), goal.group(7), goal.group(8), goal.group(9));
    }

    /** The table that it is about. */
    public String table() {
        return table;
    }

    /** The index that it is about, or null. */
    String index() {
        return kind.equals("index") ? part : null;
    }

    /** The same goal with the index under another name. */
    Goal withIndex(String name) {
        return parse(kind + " " + table + "." + name);
    }

    /** Whether another goal wants another default for the same column. */
    boolean replacedBy(Goal other) {
        return value != null
                && other.value != null
                && table.equalsIgnoreCase(other.table)
                && part.equalsIgnoreCase(other.part);
    }

    /** Whether the statement makes its table. */
    public boolean makesTable() {
        return kind.equals("table");
    }

    /** Whether the database has the table that it is about. */
    public boolean tableThere(Connection connection) throws SQLException {
        return Stored.table(connection, table) != null;
    }

    /** Whether the database has it already. */
    public boolean reached(Connection connection) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        String stored = Stored.table(connection, table);
        if (makesTable() || stored == null) {
            return makesTable() && stored != null;
        }
        String catalog = connection.getCatalog();
        String schema = Stored.schema(connection);
        if (kind.equals("index")) {
            try (ResultSet indexes = catalogue.getIndexInfo(catalog, schema, stored, false, true)) {
                return Stored.find(indexes, "INDEX_NAME", part);
            }
        }
        try (ResultSet columns = catalogue.getColumns(catalog, schema, Stored.pattern(catalogue, stored), null)) {
            return Stored.find(columns, "COLUMN_NAME", part)
                    && (value == null || value.equals(columns.getString("COLUMN_DEF")));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
