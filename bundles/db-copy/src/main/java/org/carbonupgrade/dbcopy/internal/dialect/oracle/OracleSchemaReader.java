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
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/**
 * Reads a schema from the static data dictionary: the {@code ALL_} views, which everybody may query, and which, unlike
 * {@code DBMS_METADATA}, say nothing of storage and run within a read-only transaction.
 */
final class OracleSchemaReader {

    static final String SCHEMA = "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";

    private static final String TABLES = "SELECT TABLE_NAME, PARTITIONED, TEMPORARY, IOT_TYPE, CLUSTER_NAME, NESTED"
            + " FROM ALL_TABLES WHERE OWNER = " + SCHEMA + " AND SECONDARY = 'N' AND DROPPED = 'NO'"
            + " AND TABLE_NAME NOT IN (SELECT MVIEW_NAME FROM ALL_MVIEWS WHERE OWNER = " + SCHEMA + ")"
            + " ORDER BY TABLE_NAME";

    /** A column of type LONG has to be the last that is read. */
    private static final String COLUMNS = "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, DATA_LENGTH, DATA_PRECISION,"
            + " DATA_SCALE, CHAR_LENGTH, CHAR_USED, NULLABLE, VIRTUAL_COLUMN, DATA_DEFAULT FROM ALL_TAB_COLS"
            + " WHERE OWNER = " + SCHEMA + " AND HIDDEN_COLUMN = 'NO' ORDER BY TABLE_NAME, COLUMN_ID";

    private static final int SINCE_IDENTITIES = 12;

    private static final String IDENTITIES = "SELECT I.TABLE_NAME, I.COLUMN_NAME, I.GENERATION_TYPE, C.DEFAULT_ON_NULL,"
            + " S.MIN_VALUE, S.MAX_VALUE, S.INCREMENT_BY, S.CYCLE_FLAG, S.ORDER_FLAG, S.CACHE_SIZE, S.LAST_NUMBER"
            + " FROM ALL_TAB_IDENTITY_COLS I"
            + " JOIN ALL_TAB_COLS C ON C.OWNER = I.OWNER AND C.TABLE_NAME = I.TABLE_NAME AND C.COLUMN_NAME = I.COLUMN_NAME"
            + " JOIN ALL_SEQUENCES S ON S.SEQUENCE_OWNER = I.OWNER AND S.SEQUENCE_NAME = I.SEQUENCE_NAME"
            + " WHERE I.OWNER = " + SCHEMA;

    private final Connection connection;
    private final Definitions definitions = new Definitions();
    private final Columns columns = new Columns();
    private final Map<ObjectName, List<String>> viewColumns = new HashMap<>();

    OracleSchemaReader(Connection connection) {
        this.connection = connection;
    }

    Schema read() throws SQLException {
        OracleCode code = new OracleCode(connection, definitions);
        code.sequences();
        Jdbc.each(connection, TABLES, this::table);
        Map<ObjectName, String> identities = identities();
        Jdbc.each(connection, COLUMNS, row -> column(row, identities));
        columns.addTo(definitions);
        new OracleKeys(connection, definitions, columns).read();
        code.routines();
        code.views(viewColumns);
        code.triggers();
        code.comments();
        code.leftOut();
        return definitions.schema("", columns.copied(OracleTypes.NO_KEY));
    }

    private void table(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("TABLE_NAME"));
        boolean indexed = "IOT".equals(row.getString("IOT_TYPE"));
        if ("Y".equals(row.getString("TEMPORARY")) || "YES".equals(row.getString("NESTED"))) {
            definitions.notCarried("table " + table + ": it is temporary, or nested in another");
            return;
        }
        if (row.getString("IOT_TYPE") != null && !indexed) {
            return; // part of an index-organised table, which is named itself
        }
        if (indexed || "YES".equals(row.getString("PARTITIONED")) || row.getString("CLUSTER_NAME") != null) {
            definitions.notCarried("how table " + table + " is stored: its rows go into a plain table");
        }
        columns.table(table, "");
    }

    private void column(ResultSet row, Map<ObjectName, String> identities) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("TABLE_NAME"));
        String name = row.getString("COLUMN_NAME");
        if (!columns.has(table)) {
            viewColumns.computeIfAbsent(table, each -> new ArrayList<>()).add(name);
            return;
        }
        String type = OracleTypes.written(row);
        String nullable = "N".equals(row.getString("NULLABLE")) ? " NOT NULL" : "";
        boolean virtual = "YES".equals(row.getString("VIRTUAL_COLUMN"));
        String expression = row.getString("DATA_DEFAULT");
        String identity = identities.get(ObjectName.of(table.last(), name));
        String value = expression == null ? "" : " DEFAULT " + expression.trim();
        if (virtual) {
            columns.add(
                    table, name, type + " GENERATED ALWAYS AS (" + expression.trim() + ") VIRTUAL" + nullable, null);
        } else {
            columns.add(
                    table,
                    name,
                    type + (identity == null ? value : identity) + nullable,
                    OracleTypes.copied(table, name, type).withType(type + nullable));
        }
    }

    /** A column that always makes its values takes given ones until the rows are there. */
    private Map<ObjectName, String> identities() throws SQLException {
        Map<ObjectName, String> identities = new HashMap<>();
        if (connection.getMetaData().getDatabaseMajorVersion() < SINCE_IDENTITIES) {
            return identities;
        }
        Jdbc.each(connection, IDENTITIES, row -> {
            ObjectName table = ObjectName.of(row.getString("TABLE_NAME"));
            String name = row.getString("COLUMN_NAME");
            String onNull = "YES".equals(row.getString("DEFAULT_ON_NULL")) ? " ON NULL" : "";
            identities.put(
                    ObjectName.of(table.last(), name),
                    " GENERATED BY DEFAULT" + onNull + " AS IDENTITY (" + OracleCode.options(row) + ")");
            if ("ALWAYS".equals(row.getString("GENERATION_TYPE"))) {
                definitions.afterRows(
                        Kind.DEFAULT,
                        ObjectName.described("identity of " + table + "." + name),
                        table,
                        "ALTER TABLE " + table.sql() + " MODIFY (" + ObjectName.quote(name)
                                + " GENERATED ALWAYS AS IDENTITY)");
            }
        });
        return identities;
    }
}
