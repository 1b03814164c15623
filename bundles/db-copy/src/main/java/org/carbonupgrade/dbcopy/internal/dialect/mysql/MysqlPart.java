package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Some rows of a table: all of them, or a range of the first column of its key. Immutable. */
final class MysqlPart {

    static final String ALL = "all";

    private static final String BETWEEN = "..";
    private static final String INTEGER = "(?s)(tiny|small|medium|big)?int\\b.*";

    private final Table table;
    private final String name;

    /** @param name as {@link #names} gave it */
    MysqlPart(Table table, String name) {
        this.table = table;
        this.name = name;
    }

    /**
     * Ranges of equal width, the first and the last without an end, so that no row is left out. Their number is a power of two: it
     * stays while the server's estimate of the size moves a little, and a copy that died can go on.
     */
    static List<String> names(Connection connection, Table table, long size, long bytes) throws SQLException {
        if (size <= 2 * bytes || !table.hasKey() || !key(table).type().matches(INTEGER)) {
            return Collections.singletonList(ALL);
        }
        String column = key(table).sql();
        String least = Jdbc.first(connection, "SELECT MIN(" + column + ") FROM " + table.rowsSql());
        if (least == null) {
            return Collections.singletonList(ALL);
        }
        BigInteger from = new BigInteger(least);
        BigInteger width = new BigInteger(Jdbc.first(connection, "SELECT MAX(" + column + ") FROM " + table.rowsSql()))
                .subtract(from);
        long parts = Long.highestOneBit(2 * (size / bytes) - 1);
        parts = width.min(BigInteger.valueOf(parts)).longValue();
        List<String> names = new ArrayList<>();
        String begin = "";
        for (long i = 1; i < parts; i++) {
            String end = from.add(width.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(parts)))
                    .toString();
            names.add(begin + BETWEEN + end);
            begin = end;
        }
        names.add(names.isEmpty() ? ALL : begin + BETWEEN);
        return names;
    }

    /**
     * What its rows are selected from. They are read where they stand: an index that covers all columns could say something else.
     *
     * @param schema whose table it is, quoted and with a dot, or empty for that of the session
     */
    String rows(String schema) {
        String hint = name.equals(ALL) ? " USE INDEX ()" : " FORCE INDEX (PRIMARY)";
        return schema + table.name().sql() + hint + where();
    }

    /** The condition that they fulfil, if it is one. */
    String where() {
        if (name.equals(ALL)) {
            return "";
        }
        String column = key(table).sql();
        int between = name.indexOf(BETWEEN);
        String from = name.substring(0, between);
        String to = name.substring(between + BETWEEN.length());
        String begin = from.isEmpty() ? "" : column + " >= " + from;
        String end = to.isEmpty() ? "" : column + " < " + to;
        return " WHERE " + begin + (begin.isEmpty() || end.isEmpty() ? "" : " AND ") + end;
    }

    /** The table with these rows only, to be read. */
    Table asTable() {
        String rows = name.equals(ALL) ? rows("") : "(SELECT " + table.columnsSql() + " FROM " + rows("") + ") part";
        return new Table(table.name(), rows, table.columns(), Collections.emptyList());
    }

    Table table() {
        return table;
    }

    /** The table and the part. */
    @Override
    public String toString() {
        return table + " " + name;
    }

    private static Column key(Table table) {
        return table.columns().get(table.position(table.key().get(0)));
    }
}
