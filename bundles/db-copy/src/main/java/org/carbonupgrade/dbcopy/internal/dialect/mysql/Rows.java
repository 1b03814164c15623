package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Small queries of the catalogue. */
final class Rows {

    /** Something made of a row. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Rows() {}

    /** Every row as something else. */
    static <T> List<T> each(Connection connection, String query, Mapping<T> mapping, String... parameters)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(mapping.of(rows));
                }
            }
        }
        return all;
    }

    /** The first column of every row. */
    static List<String> column(Connection connection, String query, String... parameters) throws SQLException {
        return each(connection, query, row -> row.getString(1), parameters);
    }

    /** The first column of the first row; null if there is none. */
    static String first(Connection connection, String query, String... parameters) throws SQLException {
        List<String> all = column(connection, query, parameters);
        return all.isEmpty() ? null : all.get(0);
    }
}
