package org.carbonupgrade.dbcopy.internal.rows;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** The statements that move the rows of one table. Immutable. */
public final class TableSql {

    private final Table table;
    private final List<Column> key;

    public TableSql(Table table) {
        this.table = table;
        this.key = table.key().stream()
                .map(name -> table.columns().get(table.position(name)))
                .collect(Collectors.toList());
    }

    /** Adds a row: one parameter a column. */
    public String insert() {
        if (table.columns().isEmpty()) {
            return "INSERT INTO " + table.name().sql() + " DEFAULT VALUES";
        }
        return "INSERT INTO " + table.name().sql() + "(" + table.columnsSql() + ") VALUES ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
    }

    /** Removes all rows. */
    public String delete() {
        return "DELETE FROM " + table.rowsSql();
    }

    /** The columns of the key, in its order. */
    List<Column> key() {
        return key;
    }

    /** All rows, in no order. */
    public String rows() {
        String columns = table.columns().stream()
                .map(column -> column.selected(column.sql()))
                .collect(Collectors.joining(", "));
        return "SELECT " + (columns.isEmpty() ? "NULL" : columns) + " FROM " + table.rowsSql();
    }

    /** All rows in the order of the key. */
    String rowsByKey() {
        return rows() + orderBy();
    }

    /**
     * Rows that share the first columns of the key with a given one and are greater in the next, in the order of the key.
     *
     * @param shared how many columns are shared
     */
    String rowsBehind(int shared) {
        return rows() + where(shared) + (shared == 0 ? " WHERE " : " AND ")
                + key.get(shared).sql() + " > " + key.get(shared).parameter() + orderBy();
    }

    /** The row with a key. */
    public String row() {
        return rows() + where(key.size());
    }

    /**
     * The greatest value of a column of the key among the rows that share the columns before it. By columns rather than by a
     * sorted query, for which databases sort the whole table.
     *
     * @param shared how many columns are shared
     */
    String greatest(int shared) {
        Column greatest = key.get(shared);
        return "SELECT " + greatest.selected("MAX(" + greatest.sql() + ")") + " FROM " + table.rowsSql()
                + where(shared);
    }

    private String where(int shared) {
        return IntStream.range(0, shared)
                .mapToObj(i -> (i == 0 ? " WHERE " : " AND ") + key.get(i).sql() + " = "
                        + key.get(i).parameter())
                .collect(Collectors.joining());
    }

    private String orderBy() {
        return table.key().stream().map(ObjectName::quote).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }
}
