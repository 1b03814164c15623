package org.carbonupgrade.internal.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what queries give. */
public final class Rows {

    /** Something made of a row. */
    @FunctionalInterface
    public interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Rows() {}

    /** Every row as something else, in the query's order; unmodifiable. */
    public static <T> List<T> all(Connection connection, String query, Mapping<T> mapping) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(mapping.of(rows));
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** What a query that has one row counts. */
    public static long count(Connection connection, String query) throws SQLException {
        return all(connection, query, row -> row.getLong(1)).get(0);
    }
}
