package org.carbonupgrade.dbcopy.internal.dialect.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads what is beside the tables: sequences, routines, views, triggers and comments; names what can't be carried. */
final class OracleCode {

    private static final String OWNED = " WHERE OWNER = " + OracleSchemaReader.SCHEMA;

    /** Those of identity columns are made with the columns. */
    private static final String SEQUENCES = "SELECT SEQUENCE_NAME, MIN_VALUE, MAX_VALUE, INCREMENT_BY, CYCLE_FLAG,"
            + " ORDER_FLAG, CACHE_SIZE, LAST_NUMBER FROM ALL_SEQUENCES WHERE SEQUENCE_OWNER = "
            + OracleSchemaReader.SCHEMA + " AND SEQUENCE_NAME NOT LIKE 'ISEQ$$%' ORDER BY SEQUENCE_NAME";

    private static final String ROUTINES = "SELECT TYPE, NAME, TEXT FROM ALL_SOURCE" + OWNED
            + " AND TYPE IN ('FUNCTION', 'PROCEDURE') ORDER BY TYPE, NAME, LINE";
    private static final String VIEWS = "SELECT VIEW_NAME, TEXT FROM ALL_VIEWS" + OWNED + " ORDER BY VIEW_NAME";
    private static final String TRIGGERS = "SELECT TRIGGER_NAME, TABLE_NAME, STATUS, DESCRIPTION, WHEN_CLAUSE,"
            + " TRIGGER_BODY FROM ALL_TRIGGERS" + OWNED + " ORDER BY TRIGGER_NAME";
    private static final String TABLE_COMMENTS = "SELECT TABLE_NAME, COMMENTS FROM ALL_TAB_COMMENTS" + OWNED
            + " AND COMMENTS IS NOT NULL ORDER BY TABLE_NAME";
    private static final String COLUMN_COMMENTS = "SELECT TABLE_NAME, COLUMN_NAME, COMMENTS FROM ALL_COL_COMMENTS"
            + OWNED + " AND COMMENTS IS NOT NULL ORDER BY TABLE_NAME, COLUMN_NAME";
    private static final String LEFT_OUT = "SELECT OBJECT_TYPE, OBJECT_NAME FROM ALL_OBJECTS" + OWNED
            + " AND OBJECT_TYPE IN ('SYNONYM', 'MATERIALIZED VIEW', 'DATABASE LINK', 'PACKAGE', 'TYPE', 'CLUSTER',"
            + " 'DIMENSION', 'INDEXTYPE', 'OPERATOR', 'JAVA CLASS', 'JAVA SOURCE', 'QUEUE', 'JOB', 'PROGRAM',"
            + " 'SCHEDULE', 'XML SCHEMA') ORDER BY OBJECT_TYPE, OBJECT_NAME";
    private static final String GRANTS =
            "SELECT GRANTEE, PRIVILEGE, TABLE_NAME FROM ALL_TAB_PRIVS_MADE" + OWNED + " ORDER BY 1, 3, 2";

    private final Connection connection;
    private final Definitions definitions;
    private final String schema;

    OracleCode(Connection connection, Definitions definitions) throws SQLException {
        this.connection = connection;
        this.definitions = definitions;
        this.schema = Jdbc.column(connection, "SELECT " + OracleSchemaReader.SCHEMA + " FROM DUAL")
                .get(0);
    }

    void sequences() throws SQLException {
        Jdbc.each(connection, SEQUENCES, row -> {
            ObjectName name = ObjectName.of(row.getString("SEQUENCE_NAME"));
            definitions.beforeRows(
                    Kind.SEQUENCE, name, ObjectName.NONE, "CREATE SEQUENCE " + name.sql() + " " + options(row));
        });
    }

    /** A copy begins with the first number that the original has not given away or set aside. */
    static String options(ResultSet row) throws SQLException {
        long cache = row.getLong("CACHE_SIZE");
        return "MINVALUE " + row.getString("MIN_VALUE") + " MAXVALUE " + row.getString("MAX_VALUE") + " INCREMENT BY "
                + row.getString("INCREMENT_BY") + " START WITH " + row.getString("LAST_NUMBER")
                + (cache == 0 ? " NOCACHE" : " CACHE " + cache)
                + ("Y".equals(row.getString("ORDER_FLAG")) ? " ORDER" : " NOORDER")
                + ("Y".equals(row.getString("CYCLE_FLAG")) ? " CYCLE" : " NOCYCLE");
    }

    void routines() throws SQLException {
        Map<ObjectName, Kind> kinds = new LinkedHashMap<>();
        Map<ObjectName, StringBuilder> sources = new LinkedHashMap<>();
        Jdbc.each(connection, ROUTINES, row -> {
            ObjectName name = ObjectName.of(row.getString("NAME"));
            kinds.put(name, Kind.valueOf(row.getString("TYPE")));
            sources.computeIfAbsent(name, each -> new StringBuilder("CREATE OR REPLACE "))
                    .append(row.getString("TEXT"));
        });
        sources.forEach((name, source) ->
                definitions.afterRows(kinds.get(name), name, ObjectName.NONE, code(source.toString())));
    }

    /** Made also if what it selects from is only made later. */
    void views(Map<ObjectName, List<String>> columns) throws SQLException {
        Jdbc.each(connection, VIEWS, row -> {
            ObjectName name = ObjectName.of(row.getString("VIEW_NAME"));
            String text = row.getString("TEXT");
            definitions.afterRows(
                    Kind.VIEW,
                    name,
                    ObjectName.NONE,
                    "CREATE OR REPLACE FORCE VIEW " + name.sql() + " " + SqlText.list(columns.get(name)) + " AS "
                            + code(text));
        });
    }

    /** The description is the head of the statement as it was written, up to its condition. */
    void triggers() throws SQLException {
        Jdbc.each(connection, TRIGGERS, row -> {
            ObjectName name = ObjectName.of(row.getString("TRIGGER_NAME"));
            String table = row.getString("TABLE_NAME");
            ObjectName on = table == null ? ObjectName.NONE : ObjectName.of(table);
            boolean disabled = "DISABLED".equals(row.getString("STATUS"));
            String head = row.getString("DESCRIPTION").trim();
            String condition = row.getString("WHEN_CLAUSE");
            String statement = "CREATE OR REPLACE TRIGGER " + head + "\n"
                    + (condition == null ? "" : "WHEN (" + condition.trim() + ")\n")
                    + row.getString("TRIGGER_BODY").trim();
            definitions.afterRows(Kind.TRIGGER, name, on, code(statement));
            if (disabled) {
                definitions.afterRows(
                        Kind.SETTING,
                        ObjectName.described("state of trigger " + name),
                        on,
                        "ALTER TRIGGER " + name.sql() + " DISABLE");
            }
        });
    }

    void comments() throws SQLException {
        Jdbc.each(connection, TABLE_COMMENTS, row -> {
            ObjectName table = ObjectName.of(row.getString(1));
            comment("TABLE", table, table, row.getString(2));
        });
        Jdbc.each(connection, COLUMN_COMMENTS, row -> {
            ObjectName table = ObjectName.of(row.getString(1));
            comment("COLUMN", table, ObjectName.of(table.last(), row.getString(2)), row.getString(3));
        });
    }

    private void comment(String what, ObjectName table, ObjectName on, String text) {
        definitions.afterRows(
                Kind.COMMENT, on, table, "COMMENT ON " + what + " " + on.sql() + " IS " + SqlText.literal(text));
    }

    void leftOut() throws SQLException {
        Jdbc.each(
                connection,
                LEFT_OUT,
                row -> definitions.notCarried(row.getString(1).toLowerCase(Locale.ROOT) + " " + row.getString(2)));
        Jdbc.each(
                connection,
                GRANTS,
                row -> definitions.notCarried(
                        "right of " + row.getString(1) + ": " + row.getString(2) + " on " + row.getString(3)));
    }

    private String code(String text) {
        return SqlText.unqualified(text, schema);
    }
}
