package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads a database from its system catalogue. What is not the server's own begins with the number 100. */
final class InformixSchemaReader {

    private static final String TABLES = "SELECT tabid, tabname, tabtype, locklevel FROM systables"
            + " WHERE tabid >= 100 AND tabtype IN ('T', 'E', 'S', 'P') ORDER BY tabname";
    private static final String COLUMNS = "SELECT c.tabid, t.tabname, c.colno, c.colname, c.coltype, c.collength,"
            + " x.name AS opaque, d.type AS default_type, d.\"default\" AS default_value"
            + " FROM syscolumns c JOIN systables t ON t.tabid = c.tabid"
            + " LEFT JOIN sysxtdtypes x ON x.extended_id = c.extended_id"
            + " LEFT JOIN sysdefaults d ON d.tabid = c.tabid AND d.colno = c.colno"
            + " WHERE t.tabid >= 100 AND t.tabtype = 'T' ORDER BY t.tabname, c.colno";

    /** Where the counters of a table stand, by the table's place on disk. */
    private static final String COUNTERS = "SELECT t.tabname, p.serialv, p.cur_serial8, p.cur_bigserial"
            + " FROM systables t JOIN sysmaster:sysptnhdr p ON p.partnum = t.partnum"
            + " WHERE t.tabid >= 100 AND t.tabtype = 'T'";

    private final Connection connection;
    private final Definitions definitions = new Definitions(true);
    private final Columns columns = new Columns();
    private final Map<String, String[]> counters = new HashMap<>();

    /** Names of columns by the numbers of table and column. */
    private final Map<String, String> names = new HashMap<>();

    InformixSchemaReader(Connection connection) {
        this.connection = connection;
    }

    Schema read() throws SQLException {
        InformixCode code = new InformixCode(connection, definitions);
        code.sequences();
        Jdbc.each(connection, TABLES, this::table);
        Jdbc.each(
                connection,
                COUNTERS,
                row -> counters.put(
                        row.getString(1), new String[] {row.getString(2), row.getString(3), row.getString(4)}));
        Jdbc.each(connection, COLUMNS, this::column);
        columns.addTo(definitions);
        new InformixKeys(connection, definitions, columns, names).read();
        code.routines();
        code.views();
        code.triggers();
        code.leftOut();
        return definitions.schema("", columns.copied(InformixTypes.NO_KEY));
    }

    private void table(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("tabname").trim());
        if (!"T".equals(row.getString("tabtype").trim())) {
            definitions.notCarried("table " + table + ": it is a synonym, or its rows are elsewhere");
            return;
        }
        columns.table(
                table, "LOCK MODE " + ("R".equals(row.getString("locklevel").trim()) ? "ROW" : "PAGE"));
    }

    private void column(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("tabname").trim());
        String name = row.getString("colname").trim();
        names.put(row.getInt("tabid") + " " + row.getInt("colno"), name);
        int code = row.getInt("coltype");
        String opaque = row.getString("opaque");
        String type = InformixTypes.written(code, row.getInt("collength"), opaque == null ? null : opaque.trim());
        String nullable = (code & InformixTypes.NOT_NULL) == 0 ? "" : " NOT NULL";
        columns.add(
                table,
                name,
                type + value(row, type) + nullable,
                InformixTypes.copied(table, name, type).withType(type + nullable));
        if (type.contains("SERIAL")) {
            counter(table, name, type);
        }
    }

    /** Before the keys are there, which a changed column would lose. */
    private void counter(ObjectName table, String name, String type) {
        String[] found = counters.getOrDefault(table.last(), new String[3]);
        String next = found[type.equals("SERIAL") ? 0 : type.equals("SERIAL8") ? 1 : 2];
        if (next == null) {
            definitions.notCarried("where " + table + "." + name + " goes on: it goes on behind the greatest value");
            return;
        }
        definitions.beforeRows(
                Kind.POSITION,
                ObjectName.described("position of " + table + "." + name),
                table,
                "ALTER TABLE " + table.sql() + " MODIFY (" + ObjectName.quote(name) + " " + type + "(" + next + "))");
    }

    /** A literal that is no text stands behind its encoded form; L is a literal, C the moment, N null, T today, U the user. */
    private static String value(ResultSet row, String type) throws SQLException {
        String kind = row.getString("default_type");
        if (kind == null) {
            return "";
        }
        switch (kind.trim()) {
            case "L":
                String literal = row.getString("default_value").trim();
                boolean text = type.contains("CHAR");
                String plain = text ? literal : literal.replaceFirst("^[A-Za-z0-9+/]+ +", "");
                boolean number = plain.matches("-?[\\d.]+([eE][-+]?\\d+)?") && !text;
                return " DEFAULT " + (number ? plain : SqlText.literal(plain.replaceAll("^'|'$", "")));
            case "C":
                return " DEFAULT CURRENT " + type.replace("DATETIME ", "");
            case "T":
                return " DEFAULT TODAY";
            case "U":
                return " DEFAULT USER";
            case "S":
                return " DEFAULT DBSERVERNAME";
            default:
                return " DEFAULT NULL";
        }
    }
}
