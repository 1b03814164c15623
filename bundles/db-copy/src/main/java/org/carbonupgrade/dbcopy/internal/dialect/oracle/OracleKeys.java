package org.carbonupgrade.dbcopy.internal.dialect.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads keys, conditions and indexes. An index that a key has made comes with the key. */
final class OracleKeys {

    private static final String CONSTRAINTS = "SELECT CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_NAME, R_OWNER,"
            + " CASE WHEN R_OWNER = OWNER THEN 1 ELSE 0 END AS AT_HOME, R_CONSTRAINT_NAME, DELETE_RULE,"
            + " STATUS, DEFERRABLE, DEFERRED, VALIDATED, GENERATED, INDEX_NAME,"
            + " SEARCH_CONDITION FROM ALL_CONSTRAINTS WHERE OWNER = " + OracleSchemaReader.SCHEMA
            + " AND CONSTRAINT_TYPE IN ('P', 'U', 'R', 'C') ORDER BY TABLE_NAME, CONSTRAINT_NAME";
    private static final String CONSTRAINT_COLUMNS = "SELECT CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME FROM"
            + " ALL_CONS_COLUMNS WHERE OWNER = " + OracleSchemaReader.SCHEMA + " ORDER BY CONSTRAINT_NAME, POSITION";
    private static final String INDEXES = "SELECT INDEX_NAME, TABLE_NAME, UNIQUENESS, INDEX_TYPE FROM ALL_INDEXES"
            + " WHERE OWNER = " + OracleSchemaReader.SCHEMA + " AND INDEX_TYPE NOT IN ('LOB', 'IOT - TOP')"
            + " ORDER BY TABLE_NAME, INDEX_NAME";
    private static final String INDEX_COLUMNS = "SELECT INDEX_NAME, COLUMN_NAME, COLUMN_POSITION, DESCEND FROM"
            + " ALL_IND_COLUMNS WHERE INDEX_OWNER = " + OracleSchemaReader.SCHEMA
            + " ORDER BY INDEX_NAME, COLUMN_POSITION";
    private static final String INDEX_EXPRESSIONS = "SELECT INDEX_NAME, COLUMN_POSITION, COLUMN_EXPRESSION FROM"
            + " ALL_IND_EXPRESSIONS WHERE INDEX_OWNER = " + OracleSchemaReader.SCHEMA;

    private final Connection connection;
    private final Definitions definitions;
    private final Columns columns;
    private final Map<String, List<String>> keyColumns = new HashMap<>();
    private final Map<String, String> keyTables = new HashMap<>();
    private final Map<String, List<String>> indexColumns = new HashMap<>();
    private final Map<String, String> expressions = new HashMap<>();

    /** Indexes that a key uses: true if the key made it. */
    private final Map<String, Boolean> usedByKeys = new HashMap<>();

    OracleKeys(Connection connection, Definitions definitions, Columns columns) {
        this.connection = connection;
        this.definitions = definitions;
        this.columns = columns;
    }

    void read() throws SQLException {
        Jdbc.each(connection, CONSTRAINT_COLUMNS, row -> {
            keyTables.put(row.getString(1), row.getString(2));
            keyColumns
                    .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(row.getString(3));
        });
        Jdbc.each(connection, CONSTRAINTS, row -> {
            String index = row.getString("INDEX_NAME");
            if (index != null) {
                boolean own = index.equals(row.getString("CONSTRAINT_NAME"));
                usedByKeys.merge(index, own, Boolean::logicalOr);
            }
        });
        Jdbc.each(
                connection,
                INDEX_EXPRESSIONS,
                row -> expressions.put(row.getString(1) + " " + row.getInt(2), row.getString(3)));
        Jdbc.each(connection, INDEX_COLUMNS, row -> {
            String expression = expressions.get(row.getString(1) + " " + row.getInt(3));
            String column = expression == null ? ObjectName.quote(row.getString(2)) : expression.trim();
            indexColumns
                    .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(column + ("DESC".equals(row.getString(4)) ? " DESC" : ""));
        });
        indexes(true);
        Jdbc.each(connection, CONSTRAINTS, this::constraint);
        indexes(false);
    }

    /** Those that keys use are there before the keys. */
    private void indexes(boolean forKeys) throws SQLException {
        Jdbc.each(connection, INDEXES, row -> {
            String name = row.getString("INDEX_NAME");
            boolean madeByKey = usedByKeys.getOrDefault(name, false);
            if (!madeByKey && usedByKeys.containsKey(name) == forKeys) {
                index(name, ObjectName.of(row.getString("TABLE_NAME")), row);
            }
        });
    }

    private void index(String name, ObjectName table, ResultSet row) throws SQLException {
        String type = row.getString("INDEX_TYPE").replace("FUNCTION-BASED ", "");
        if (!columns.has(table) || !type.matches("NORMAL(/REV)?|BITMAP")) {
            definitions.notCarried("index " + name + ": it is of the type " + type + " on " + table);
            return;
        }
        String kind =
                type.equals("BITMAP") ? "BITMAP " : row.getString("UNIQUENESS").equals("UNIQUE") ? "UNIQUE " : "";
        String rest = "ON " + table.sql() + " (" + String.join(", ", indexColumns.get(name)) + ")"
                + (type.endsWith("REV") ? " REVERSE" : "");
        definitions.afterRows(
                Kind.INDEX,
                ObjectName.of(name),
                table,
                "CREATE " + kind + "INDEX " + ObjectName.quote(name) + " " + rest,
                "CREATE " + kind + "INDEX " + rest);
    }

    private void constraint(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("TABLE_NAME"));
        String constraint = row.getString("CONSTRAINT_NAME");
        String name = "GENERATED NAME".equals(row.getString("GENERATED")) ? null : constraint;
        String type = row.getString("CONSTRAINT_TYPE");
        String index = row.getString("INDEX_NAME");
        String using = index == null || usedByKeys.get(index) ? "" : " USING INDEX " + ObjectName.quote(index);
        String list = SqlText.list(keyColumns.getOrDefault(constraint, new ArrayList<>()));
        if (!columns.has(table)) {
            return;
        }
        String state = state(row);
        if (type.equals("P")) {
            columns.key(table, keyColumns.get(constraint));
            definitions.constraint(Kind.PRIMARY_KEY, table, name, "ADD", "PRIMARY KEY " + list, state + using);
        } else if (type.equals("U")) {
            definitions.constraint(Kind.CONSTRAINT, table, name, "ADD", "UNIQUE " + list, state + using);
        } else if (type.equals("R")) {
            foreignKey(row, table, name, list, state);
        } else {
            check(row.getString("SEARCH_CONDITION").trim(), table, name, state);
        }
    }

    private void foreignKey(ResultSet row, ObjectName table, String name, String list, String state)
            throws SQLException {
        String other = row.getString("R_CONSTRAINT_NAME");
        if (row.getInt("AT_HOME") == 0) {
            definitions.notCarried("foreign key " + row.getString("CONSTRAINT_NAME") + " of table " + table
                    + ": it leads to another schema, " + row.getString("R_OWNER"));
            return;
        }
        String rule = row.getString("DELETE_RULE");
        String clause = "FOREIGN KEY " + list + " REFERENCES " + ObjectName.quote(keyTables.get(other)) + " "
                + SqlText.list(keyColumns.get(other))
                + (rule == null || rule.equals("NO ACTION") ? "" : " ON DELETE " + rule);
        definitions.constraint(Kind.FOREIGN_KEY, table, name, "ADD", clause, state);
    }

    /** That a column is not null is part of the column. */
    private void check(String condition, ObjectName table, String name, String state) {
        if (!condition.matches("(?s)\"[^\"]+\" IS NOT NULL")) {
            String clause = "CHECK (" + condition + ")";
            definitions.constraint(Kind.CONSTRAINT, table, name, "ADD", clause, state);
        }
    }

    private static String state(ResultSet row) throws SQLException {
        String deferrable = "DEFERRABLE".equals(row.getString("DEFERRABLE"))
                ? " DEFERRABLE INITIALLY " + row.getString("DEFERRED")
                : "";
        boolean disabled = "DISABLED".equals(row.getString("STATUS"));
        boolean unchecked = "NOT VALIDATED".equals(row.getString("VALIDATED"));
        return deferrable + (disabled ? " DISABLE" : unchecked ? " ENABLE NOVALIDATE" : "");
    }
}
