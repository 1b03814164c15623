package org.carbonupgrade.dbcopy.internal.dialect.db2;

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
final class Db2Keys {

    /** Those that a key uses, though somebody made them, are there before the keys. */
    private static final String INDEXES =
            "SELECT I.INDSCHEMA, I.INDNAME, I.TABNAME, I.UNIQUERULE, I.INDEXTYPE, I.SYSTEM_REQUIRED"
                    + " FROM SYSCAT.INDEXES I WHERE I.TABSCHEMA = CURRENT SCHEMA AND I.USER_DEFINED = 1"
                    + " ORDER BY I.TABNAME, CASE WHEN I.SYSTEM_REQUIRED > 0 THEN 0 ELSE 1 END, I.INDNAME";

    private static final String INDEX_COLUMNS = "SELECT U.INDNAME, U.COLNAME, U.COLORDER FROM SYSCAT.INDEXCOLUSE U"
            + " JOIN SYSCAT.INDEXES I ON I.INDSCHEMA = U.INDSCHEMA AND I.INDNAME = U.INDNAME"
            + " WHERE I.TABSCHEMA = CURRENT SCHEMA ORDER BY U.INDNAME, U.COLSEQ";
    private static final String KEY_COLUMNS = "SELECT CONSTNAME, TABNAME, COLNAME FROM SYSCAT.KEYCOLUSE"
            + " WHERE TABSCHEMA = CURRENT SCHEMA ORDER BY TABNAME, CONSTNAME, COLSEQ";
    private static final String CONSTRAINTS = "SELECT C.CONSTNAME, C.TABNAME, C.TYPE, C.ENFORCED, C.ENABLEQUERYOPT,"
            + " R.REFTABSCHEMA, R.REFTABNAME, R.REFKEYNAME, R.DELETERULE, R.UPDATERULE, K.TEXT,"
            + " CASE WHEN R.REFTABSCHEMA = R.TABSCHEMA THEN 1 ELSE 0 END AS AT_HOME FROM SYSCAT.TABCONST C"
            + " LEFT JOIN SYSCAT.REFERENCES R ON R.TABSCHEMA = C.TABSCHEMA AND R.TABNAME = C.TABNAME"
            + " AND R.CONSTNAME = C.CONSTNAME LEFT JOIN SYSCAT.CHECKS K ON K.TABSCHEMA = C.TABSCHEMA"
            + " AND K.TABNAME = C.TABNAME AND K.CONSTNAME = C.CONSTNAME"
            + " WHERE C.TABSCHEMA = CURRENT SCHEMA AND C.TYPE IN ('P', 'U', 'F', 'K') ORDER BY C.TABNAME, C.CONSTNAME";

    /** Made up of the moment: year to hundredth of a second. */
    private static final String GENERATED = "SQL\\d{15,18}";

    private final Connection connection;
    private final Definitions definitions;
    private final Columns columns;
    private final Map<ObjectName, List<String>> keyColumns = new HashMap<>();

    Db2Keys(Connection connection, Definitions definitions, Columns columns) {
        this.connection = connection;
        this.definitions = definitions;
        this.columns = columns;
    }

    void read() throws SQLException {
        Jdbc.each(connection, KEY_COLUMNS, row -> keyColumns
                .computeIfAbsent(ObjectName.of(row.getString(2), row.getString(1)), key -> new ArrayList<>())
                .add(row.getString(3)));
        indexes();
        Jdbc.each(connection, CONSTRAINTS, this::constraint);
    }

    private void indexes() throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        Map<String, List<String>> included = new HashMap<>();
        Jdbc.each(connection, INDEX_COLUMNS, row -> {
            String order = row.getString(3).trim();
            String column = ObjectName.quote(row.getString(2)) + (order.equals("D") ? " DESC" : "");
            (order.equals("I") ? included : keys)
                    .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(column);
        });
        Jdbc.each(connection, INDEXES, row -> {
            ObjectName table = ObjectName.of(row.getString("TABNAME"));
            String name = row.getString("INDNAME");
            String type = row.getString("INDEXTYPE").trim();
            if (!columns.has(table) || !type.matches("REG|CLUS")) {
                definitions.notCarried("index " + name + " of table " + table + ": it is of the type " + type);
                return;
            }
            String unique = "D".equals(row.getString("UNIQUERULE").trim()) ? "" : "UNIQUE ";
            String rest = "ON " + table.sql() + " (" + String.join(", ", keys.get(name)) + ")"
                    + (included.containsKey(name) ? " INCLUDE (" + String.join(", ", included.get(name)) + ")" : "")
                    + (type.equals("CLUS") ? " CLUSTER" : "");
            definitions.afterRows(
                    Kind.INDEX,
                    ObjectName.of(name),
                    table,
                    "CREATE " + unique + "INDEX " + ObjectName.quote(name) + " " + rest,
                    "CREATE " + unique + "INDEX " + rest);
        });
    }

    private void constraint(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("TABNAME"));
        String constraint = row.getString("CONSTNAME");
        String name = constraint.matches(GENERATED) ? null : constraint;
        if (!columns.has(table)) {
            return;
        }
        List<String> key = keyColumns.getOrDefault(ObjectName.of(table.last(), constraint), new ArrayList<>());
        String list = SqlText.list(key);
        switch (row.getString("TYPE").trim()) {
            case "P":
                columns.key(table, key);
                definitions.constraint(Kind.PRIMARY_KEY, table, name, "ADD", "PRIMARY KEY " + list, "");
                break;
            case "U":
                definitions.constraint(Kind.CONSTRAINT, table, name, "ADD", "UNIQUE " + list, "");
                break;
            case "F":
                foreignKey(row, table, name, list);
                break;
            default:
                String clause = "CHECK (" + row.getString("TEXT").trim() + ")";
                definitions.constraint(Kind.CONSTRAINT, table, name, "ADD", clause, state(row));
        }
    }

    private void foreignKey(ResultSet row, ObjectName table, String name, String list) throws SQLException {
        ObjectName other = ObjectName.of(row.getString("REFTABNAME"));
        if (row.getInt("AT_HOME") == 0) {
            definitions.notCarried("foreign key " + row.getString("CONSTNAME") + " of table " + table
                    + ": it leads to another schema, " + row.getString("REFTABSCHEMA"));
            return;
        }
        String clause = "FOREIGN KEY " + list + " REFERENCES " + other.sql() + " "
                + SqlText.list(keyColumns.get(ObjectName.of(other.last(), row.getString("REFKEYNAME"))))
                + action("DELETE", row.getString("DELETERULE")) + action("UPDATE", row.getString("UPDATERULE"));
        definitions.constraint(Kind.FOREIGN_KEY, table, name, "ADD", clause, state(row));
    }

    private static String state(ResultSet row) throws SQLException {
        return ("N".equals(row.getString("ENFORCED")) ? " NOT ENFORCED" : "")
                + ("N".equals(row.getString("ENABLEQUERYOPT")) ? " DISABLE QUERY OPTIMIZATION" : "");
    }

    /** A is no action, C cascade, N set null, R restrict. */
    private static String action(String event, String rule) {
        switch (rule.trim()) {
            case "C":
                return " ON " + event + " CASCADE";
            case "N":
                return " ON " + event + " SET NULL";
            case "R":
                return " ON " + event + " RESTRICT";
            default:
                return "";
        }
    }
}
