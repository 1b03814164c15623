package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** Finds out which ways rows can take between two schemas, the fastest first. */
final class MysqlWays {

    private MysqlWays() {}

    static MysqlLane between(MysqlSnapshot source, OpenDatabase target) {
        return Jdbc.call("find the way for the rows", target.name(), () -> {
            try (Connection read = source.connect();
                    Connection write = target.connect()) {
                MysqlHash hash = MysqlHash.of(target.name(), read, write);
                MysqlDigest.require(read, hash, source.name());
                MysqlDigest.require(write, hash, target.name());
                MysqlLimits limits = MysqlLimits.of(read, write);
                List<MysqlMove> moves = new ArrayList<>();
                List<String> refused = new ArrayList<>();
                String schema = MysqlPlace.schema(read);
                if (!MysqlPlace.sameServer(read, write)) {
                    refused.add("staging is on another server");
                } else if (!mayRead(write, read, schema)) {
                    refused.add("not inside the server, since staging's user may not SELECT from the old schema");
                } else {
                    moves.add(new MysqlServerMove(schema));
                }
                if (moves.isEmpty() && MysqlLoadData.isAllowed(write)) {
                    moves.add(new MysqlLoadData(limits));
                } else if (moves.isEmpty()) {
                    refused.add("not LOAD DATA, since staging's server has local_infile off, or its driver can't");
                }
                moves.add(new MysqlBatches(limits));
                return new MysqlLane(source, hash, moves, refused);
            }
        });
    }

    /** Asked for one table: rights are given for a schema as a rule, and a table that is refused goes another way. */
    private static boolean mayRead(Connection write, Connection read, String schema) throws SQLException {
        String table = Jdbc.first(
                read,
                "SELECT MIN(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'");
        if (table == null) {
            return false;
        }
        try {
            Jdbc.execute(
                    write, "SELECT 1 FROM " + ObjectName.quote(schema) + "." + ObjectName.quote(table) + " LIMIT 0");
            return true;
        } catch (SQLException e) {
            if (write.isClosed()) {
                throw e;
            }
            return false;
        }
    }
}
