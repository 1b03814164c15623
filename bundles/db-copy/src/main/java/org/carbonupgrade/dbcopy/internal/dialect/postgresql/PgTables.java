package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads tables, bare: without what is made when the rows are there. */
final class PgTables {

    private final PgCatalog catalog;
    private final PgObjects objects;
    private final Map<Long, List<PgColumn>> columns = new HashMap<>();
    private final Map<Long, String> parents = new HashMap<>();
    private final List<Table> tables = new ArrayList<>();

    PgTables(PgCatalog catalog, PgObjects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    /** Those that hold rows, sorted by name. */
    List<Table> read() throws SQLException {
        new PgColumns(catalog, new PgSequences(catalog, objects)).read(columns);
        catalog.each(
                "SELECT i.inhrelid, string_agg(quote_ident(n.nspname) || '.' || quote_ident(c.relname), ', '"
                        + " ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i"
                        + " JOIN pg_catalog.pg_class c ON c.oid = i.inhparent AND c.relkind IN ('r', 'p')"
                        + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace GROUP BY 1",
                row -> parents.put(row.getLong(1), row.getString(2)));
        Map<Long, List<String>> keys = new HashMap<>();
        catalog.each(
                "SELECT k.conrelid, a.attname FROM (SELECT conrelid, unnest(conkey) AS attnum,"
                        + " generate_subscripts(conkey, 1) AS at FROM pg_catalog.pg_constraint WHERE contype = 'p') k"
                        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.attnum"
                        + " ORDER BY k.conrelid, k.at",
                row -> keys.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                        .add(row.getString(2)));
        catalog.each(
                "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relreplident,"
                        + " array_to_string(ARRAY(SELECT split_part(o, '=', 1) || '=' || quote_literal(substr(o,"
                        + " strpos(o, '=') + 1)) FROM unnest(c.reloptions) o)"
                        + " || ARRAY(SELECT 'toast.' || split_part(o, '=', 1) || '=' || quote_literal(substr(o,"
                        + " strpos(o, '=') + 1)) FROM unnest(t.reloptions) o), ', '), "
                        + catalog.since(100000, "c.relispartition", "false") + ", "
                        + catalog.since(100000, "pg_catalog.pg_get_partkeydef(c.oid)", "NULL") + ", "
                        + catalog.since(100000, "pg_catalog.pg_get_expr(c.relpartbound, c.oid)", "NULL") + ", "
                        + catalog.since(120000, "CASE WHEN am.amname <> 'heap' THEN am.amname END", "NULL")
                        + ", s.spcname, c.reloftype <> 0"
                        + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid"
                        + " LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace"
                        + catalog.since(120000, " LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam", "")
                        + " WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND " + PgCatalog.OURS + " AND "
                        + PgCatalog.own("pg_class", "c.oid") + " ORDER BY 2, 3",
                row -> table(row, keys.getOrDefault(row.getLong(1), Collections.emptyList())));
        tables.sort(Comparator.comparing(Table::name));
        return tables;
    }

    private void table(ResultSet row, List<String> key) throws SQLException {
        long oid = row.getLong(1);
        ObjectName name = ObjectName.of(row.getString(2), row.getString(3));
        List<PgColumn> all = columns.getOrDefault(oid, Collections.emptyList());
        boolean partition = row.getBoolean(8);
        String from = partition ? null : parents.get(oid);
        // Made a child when it was there already, as ALTER TABLE does: its columns are its own, in its own order.
        boolean attached = from != null && all.stream().allMatch(PgColumn::local);
        StringBuilder sql = new StringBuilder("CREATE " + ("u".equals(row.getString(5)) ? "UNLOGGED " : "") + "TABLE ");
        sql.append(name.sql()).append(" (");
        String separator = "";
        for (PgColumn column : all) {
            if (column.local() || partition) {
                sql.append(separator).append(column.definition(partition && catalog.since(170000)));
                separator = ", ";
            }
        }
        sql.append(")");
        append(sql, " INHERITS (", attached ? null : from, ")");
        append(sql, " PARTITION BY ", row.getString(9), "");
        append(sql, " USING ", row.getString(11), "");
        append(sql, " WITH (", row.getString(7).isEmpty() ? null : row.getString(7), ")");
        if (attached) {
            for (String parent : from.split(", ")) {
                sql.append("; ALTER TABLE ")
                        .append(name.sql())
                        .append(" INHERIT ")
                        .append(parent);
            }
        }
        all.forEach(column -> column.settings().forEach(setting -> sql.append("; ALTER TABLE ONLY ")
                .append(name.sql())
                .append(" ALTER COLUMN ")
                .append(setting)));
        if ("f".equals(row.getString(6)) || "n".equals(row.getString(6))) {
            sql.append("; ALTER TABLE ONLY ").append(name.sql()).append(" REPLICA IDENTITY ");
            sql.append("f".equals(row.getString(6)) ? "FULL" : "NOTHING");
        }
        objects.add(
                "pg_class",
                oid,
                new SchemaObject(Kind.TABLE, name, ObjectName.NONE, sql.toString(), sql.toString(), Stage.TABLES));
        if (partition) {
            objects.add(
                    Kind.PARTITION,
                    name,
                    ObjectName.NONE,
                    "ALTER TABLE ONLY " + parents.get(oid) + " ATTACH PARTITION " + name.sql() + " "
                            + row.getString(10),
                    Stage.TABLES);
        }
        notes(row, name);
        if ("r".equals(row.getString(4))) {
            tables.add(PgColumn.table(name, all, key));
        }
    }

    private void notes(ResultSet row, ObjectName name) throws SQLException {
        if (row.getString(12) != null) {
            objects.notCarried("tablespace " + row.getString(12) + " of table " + name
                    + ": the copy lies in the staging database's own");
        }
        if (row.getBoolean(13)) {
            objects.notCarried("the type that table " + name + " is made of: the copy has the same columns by itself");
        }
    }

    private static void append(StringBuilder sql, String before, String value, String behind) {
        if (value != null) {
            sql.append(before).append(value).append(behind);
        }
    }
}
