package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane.Moved;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * Both schemas are on one server, which moves the rows by itself. It reads what is there at that moment, which is no longer the
 * snapshot if somebody writes.
 */
final class MysqlServerMove implements MysqlMove {

    private final String schema;

    /** @param schema the old one's name */
    MysqlServerMove(String schema) {
        this.schema = Sql.quote(schema, '"') + ".";
    }

    @Override
    public String name() {
        return "INSERT … SELECT inside the server";
    }

    @Override
    public String lane() {
        return "insert select";
    }

    @Override
    public void require(long longest, Table table) {
        // rows do not leave the server
    }

    @Override
    public void move(Connection source, Connection target, MysqlPart part, Passed expected, Moved moved)
            throws SQLException {
        Table table = part.table();
        Jdbc.execute(
                target,
                "INSERT INTO " + table.name().sql() + "(" + table.columnsSql() + ") SELECT " + table.columnsSql()
                        + " FROM " + part.rows(schema));
        moved.rows(expected.digest().rows(), expected.bytes());
    }
}
