package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** How long a row may be that comes through this JVM: a driver holds it as a whole, and a server takes no packet that is longer. */
final class MysqlLimits {

    /** What everything else takes. */
    private static final long REST = 24L << 20;

    /** Two tables may meet such rows at once. */
    private static final int AT_ONCE = 2;

    private final long sourcePacket;
    private final long targetPacket;
    private final long memory;

    private MysqlLimits(long sourcePacket, long targetPacket, long memory) {
        this.sourcePacket = sourcePacket;
        this.targetPacket = targetPacket;
        this.memory = memory;
    }

    static MysqlLimits of(Connection source, Connection target) throws SQLException {
        return new MysqlLimits(
                packet(source), packet(target), Runtime.getRuntime().maxMemory());
    }

    /**
     * Refuses a row that is read from the old server.
     *
     * @param copies how many times it is in memory
     */
    void requireReadable(long row, int copies, Table table) {
        requirePacket(row, sourcePacket, "old", table);
        long needed = row * copies * AT_ONCE + REST;
        if (needed > memory) {
            throw new DbCopyException(
                    DbError.DB_MEMORY,
                    "Table " + table + " has a row of " + row + " bytes, for which the JVM needs -Xmx"
                            + ((needed >> 20) + 1) + "m; it has " + (memory >> 20) + " MB.",
                    table.toString());
        }
    }

    /** Refuses a row that is written as a statement to staging's server. */
    void requireWritable(long row, Table table) {
        requirePacket(row, targetPacket, "staging", table);
    }

    private static void requirePacket(long row, long packet, String whose, Table table) {
        if (row > packet) {
            throw new DbCopyException(
                    DbError.DB_PACKET,
                    "Table " + table + " has a row of " + row + " bytes; max_allowed_packet of the " + whose
                            + " database's server is " + packet + ".",
                    table.toString());
        }
    }

    private static long packet(Connection connection) throws SQLException {
        return Long.parseLong(Jdbc.first(connection, "SELECT @@max_allowed_packet"));
    }
}
