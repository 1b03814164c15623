package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Definitions;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Reads keys, conditions and indexes. An index that a key has made has a name that begins with a blank. */
final class InformixKeys {

    private static final int MOST_PARTS = 16;

    private static final String INDEXES = "SELECT i.*, t.tabname AS of_table FROM sysindexes i JOIN systables t"
            + " ON t.tabid = i.tabid WHERE t.tabid >= 100 AND t.tabtype = 'T' ORDER BY t.tabname, i.idxname";
    private static final String CONSTRAINTS = "SELECT c.constrid, c.constrname, c.constrtype, c.idxname, t.tabname,"
            + " r.delrule, o.tabname AS other_table, p.idxname AS other_index"
            + " FROM sysconstraints c JOIN systables t ON t.tabid = c.tabid"
            + " LEFT JOIN sysreferences r ON r.constrid = c.constrid LEFT JOIN systables o ON o.tabid = r.ptabid"
            + " LEFT JOIN sysconstraints p ON p.constrid = r.\"primary\""
            + " WHERE t.tabid >= 100 AND t.tabtype = 'T' AND c.constrtype IN ('P', 'U', 'R', 'C')"
            + " ORDER BY t.tabname, c.constrid";
    private static final String CHECKS =
            "SELECT constrid, checktext FROM syschecks WHERE type = 'T' ORDER BY constrid, seqno";
    private static final int CHECK_SEGMENT = 32;

    /** Made up of the numbers of table and constraint. */
    private static final String GENERATED = "[urnc]\\d+_\\d+";

    private final Connection connection;
    private final Definitions definitions;
    private final Columns columns;
    private final Map<String, String> names;
    private final Map<String, List<String>> indexed = new LinkedHashMap<>();
    private final Set<String> usedByKeys = new HashSet<>();
    private final Map<Integer, Segments> checks = new HashMap<>();

    /** @param names of columns by the numbers of table and column */
    InformixKeys(Connection connection, Definitions definitions, Columns columns, Map<String, String> names) {
        this.connection = connection;
        this.definitions = definitions;
        this.columns = columns;
        this.names = names;
    }

    void read() throws SQLException {
        Jdbc.each(connection, INDEXES, row -> indexed.put(row.getString("idxname"), parts(row)));
        Jdbc.each(connection, CONSTRAINTS, row -> usedByKeys.add(String.valueOf(row.getString("idxname"))));
        Jdbc.each(connection, CHECKS, row -> checks.computeIfAbsent(row.getInt(1), id -> new Segments(CHECK_SEGMENT))
                .add(row.getString(2)));
        indexes(true);
        Jdbc.each(connection, CONSTRAINTS, this::constraint);
        indexes(false);
    }

    /** Numbers of columns, negative where the index descends; 0 behind the last, and where a function is indexed. */
    private List<String> parts(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= MOST_PARTS && row.getInt("part" + i) != 0; i++) {
            int part = row.getInt("part" + i);
            parts.add(names.get(row.getInt("tabid") + " " + Math.abs(part)) + (part < 0 ? " DESC" : ""));
        }
        return parts;
    }

    /** Those that keys use, though somebody made them, are there before the keys. */
    private void indexes(boolean forKeys) throws SQLException {
        Jdbc.each(connection, INDEXES, row -> {
            String name = row.getString("idxname");
            ObjectName table = ObjectName.of(row.getString("of_table").trim());
            List<String> parts = indexed.get(name);
            if (name.startsWith(" ") || usedByKeys.contains(name) != forKeys) {
                return;
            }
            if (parts.isEmpty()) {
                definitions.notCarried("index " + name + " of table " + table + ": it is on what a function gives");
                return;
            }
            List<String> list = new ArrayList<>();
            parts.forEach(part -> list.add(
                    part.endsWith(" DESC")
                            ? ObjectName.quote(part.substring(0, part.length() - 5)) + " DESC"
                            : ObjectName.quote(part)));
            String head = "CREATE " + ("U".equals(row.getString("idxtype").trim()) ? "UNIQUE " : "")
                    + ("C".equals(String.valueOf(row.getString("clustered")).trim()) ? "CLUSTER " : "") + "INDEX ";
            String rest = "ON " + table.sql() + " (" + String.join(", ", list) + ")";
            definitions.afterRows(
                    Kind.INDEX,
                    ObjectName.of(name.trim()),
                    table,
                    head + ObjectName.quote(name.trim()) + " " + rest,
                    head + rest);
        });
    }

    private void constraint(ResultSet row) throws SQLException {
        ObjectName table = ObjectName.of(row.getString("tabname").trim());
        String constraint = row.getString("constrname").trim();
        String name = constraint.matches(GENERATED) ? null : constraint;
        List<String> key = indexed.getOrDefault(String.valueOf(row.getString("idxname")), new ArrayList<>());
        String list = SqlText.list(key);
        switch (row.getString("constrtype").trim()) {
            case "P":
                columns.key(table, key);
                add(Kind.PRIMARY_KEY, table, name, "PRIMARY KEY " + list);
                break;
            case "U":
                add(Kind.CONSTRAINT, table, name, "UNIQUE " + list);
                break;
            case "R":
                ObjectName other = ObjectName.of(row.getString("other_table").trim());
                add(
                        Kind.FOREIGN_KEY,
                        table,
                        name,
                        "FOREIGN KEY " + list + " REFERENCES " + other.sql() + " "
                                + SqlText.list(indexed.get(row.getString("other_index")))
                                + ("C"
                                                .equals(String.valueOf(row.getString("delrule"))
                                                        .trim())
                                        ? " ON DELETE CASCADE"
                                        : ""));
                break;
            default:
                String condition = checks.get(row.getInt("constrid")).text();
                add(Kind.CONSTRAINT, table, name, "CHECK (" + condition.replaceFirst("^\\((.*)\\)$", "$1") + ")");
        }
    }

    /** The name stands behind what it names. */
    private void add(Kind kind, ObjectName table, String name, String clause) {
        definitions.constraint(kind, table, name, "ADD CONSTRAINT", clause, "");
    }
}
