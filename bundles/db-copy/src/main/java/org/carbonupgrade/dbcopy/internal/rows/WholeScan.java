package org.carbonupgrade.dbcopy.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads a table that has no key, with one query. */
final class WholeScan extends RowScan {

    private final PreparedStatement query;
    private ResultSet rows;

    WholeScan(Connection connection, Table table) throws SQLException {
        this.query = connection.prepareStatement(new TableSql(table).rows());
    }

    @Override
    int read(int most, Visitor visitor) throws SQLException {
        if (rows == null) {
            rows = query.executeQuery();
        }
        return show(rows, most, visitor);
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }
}
