package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Refuses rows that do not fit into memory: the driver hands out a row of {@code COPY} as a whole. */
final class PgMemory {

    /** What everything else takes. */
    private static final long REST = 24L << 20;

    /** Two tables may meet such rows at once. */
    private static final int AT_ONCE = 2;

    /** Tables with values so large that the server keeps them apart. */
    private static final String LARGE = "SELECT n.nspname, c.relname FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.reltoastrelid <> 0"
            + " AND pg_catalog.pg_relation_size(c.reltoastrelid) > 0 AND " + PgCatalog.OURS;

    private PgMemory() {}

    /** The length of a value is known without reading it, so that this takes a look at each row, not at its content. */
    static void require(PgCatalog source, List<Table> tables, String name) throws SQLException {
        Set<ObjectName> large = new HashSet<>();
        source.each(LARGE, row -> large.add(ObjectName.of(row.getString(1), row.getString(2))));
        long memory = Runtime.getRuntime().maxMemory();
        for (Table table : tables) {
            String lengths = table.columns().stream()
                    .filter(column -> isMeasured(column.type()))
                    .map(column -> "coalesce(octet_length(" + column.sql() + "), 0)::bigint")
                    .collect(Collectors.joining(" + "));
            if (large.contains(table.name()) && !lengths.isEmpty()) {
                source.glance(
                        "SELECT coalesce(max(" + lengths + "), 0) FROM " + table.rowsSql(),
                        row -> refuseLonger(row.getLong(1), memory, table, name));
            }
        }
    }

    private static boolean isMeasured(String type) {
        return type.matches("(bytea|text|character varying.*)( NOT NULL)?");
    }

    private static void refuseLonger(long bytes, long memory, Table table, String name) {
        long needed = bytes * AT_ONCE + REST;
        if (needed > memory) {
            throw new DbCopyException(
                    DbError.DB_MEMORY,
                    "Table " + table + " has a row of " + bytes + " bytes, for which the JVM needs -Xmx"
                            + (needed / (1 << 20) + 1) + "m; it has " + memory / (1 << 20) + " MB.",
                    name);
        }
    }
}
