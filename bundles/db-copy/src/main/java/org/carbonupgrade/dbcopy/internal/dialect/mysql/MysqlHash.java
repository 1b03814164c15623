package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/**
 * The function that servers make digests with, which all that are compared have to agree upon. MySQL has done without SHA-1 since
 * 9.6, unless its component {@code component_classic_hashing} is installed; one that was built without SSL has no SHA-2.
 */
enum MysqlHash {
    SHA_1("SHA1(%s)", 40, "3:15908b18b17966dbeb7c6b50d94968ca"),
    SHA_2("SHA2(%s, 256)", 64, "3:3626812190a878d07fd6473bb3b018e3");

    private final String function;
    private final int digits;
    private final String probed;

    MysqlHash(String function, int digits, String probed) {
        this.function = function;
        this.digits = digits;
        this.probed = probed;
    }

    /** The best that all servers have; for MariaDB the fastest. */
    static MysqlHash of(String where, Connection... servers) throws SQLException {
        List<MysqlHash> known = new ArrayList<>(Arrays.asList(values()));
        if (!isOfMariaDb(servers[0])) {
            Collections.reverse(known);
        }
        for (MysqlHash hash : known) {
            if (hash.isKnownTo(servers)) {
                return hash;
            }
        }
        throw new DbCopyException(
                DbError.DB_UNSUPPORTED,
                "The servers have no function in common that digests rows; in MySQL 9.6 and newer,"
                        + " INSTALL COMPONENT 'file://component_classic_hashing' brings back SHA1().",
                where);
    }

    /** Asked of the server: MySQL's drivers call everything MySQL. */
    static boolean isOfMariaDb(Connection server) throws SQLException {
        return Jdbc.first(server, "SELECT VERSION()").contains("MariaDB");
    }

    /** The hexadecimal digits of an expression's digest. */
    String of(String expression) {
        return String.format(function, expression);
    }

    int digits() {
        return digits;
    }

    /** The digest of the rows that are known. */
    String probed() {
        return probed;
    }

    private boolean isKnownTo(Connection[] servers) throws SQLException {
        for (Connection server : servers) {
            try {
                if (Jdbc.first(server, "SELECT " + of("''")) == null) {
                    return false;
                }
            } catch (SQLException e) {
                if (server.isClosed()) {
                    throw e;
                }
                return false;
            }
        }
        return true;
    }
}
