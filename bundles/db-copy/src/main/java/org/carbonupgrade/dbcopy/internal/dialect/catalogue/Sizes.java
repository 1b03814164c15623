package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Asks for the size of a database, which not every user may know. */
final class Sizes {

    private static final int UNKNOWN = -1;

    private Sizes() {}

    static long of(OpenDatabase database, SessionWords words) {
        try (Connection connection = database.connect()) {
            List<String> bytes = Jdbc.column(connection, words.size());
            return bytes.isEmpty() || bytes.get(0) == null ? UNKNOWN : (long) Double.parseDouble(bytes.get(0));
        } catch (SQLException e) {
            return UNKNOWN;
        }
    }
}
