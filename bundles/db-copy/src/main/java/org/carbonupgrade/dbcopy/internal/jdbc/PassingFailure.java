package org.carbonupgrade.dbcopy.internal.jdbc;

import java.io.EOFException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells failures of the moment from those of the matter: a lost connection, a server that is down, starting or full of others, and a
 * transaction that had to give way to another one. In each of them the transaction is undone, or was committed without our hearing
 * of it.
 */
public final class PassingFailure {

    /** The class of SQL states that are about the connection. */
    private static final String CONNECTION = "08";

    /** PostgreSQL shuts down, has crashed, starts; has no connection left; ended a transaction that stood in another's way. */
    private static final String STATES = "57P01|57P02|57P03|53300|40001|40P01";

    /** What a driver says that knows no better. */
    private static final String NO_STATE = "null||HY000|S1000";

    /**
     * MySQL and MariaDB: too many connections, 1053 shutting down, aborted, broken or killed connections, and what their C client
     * calls a server that has gone away. Others' numbers are none of these.
     */
    private static final Set<Integer> CODES = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(
            1040, 1042, 1043, 1053, 1152, 1158, 1159, 1160, 1161, 1184, 1203, 1213, 1226, 1927, 2003, 2006, 2013,
            2055)));

    private PassingFailure() {}

    /** Whether a failure, or one behind it, may be gone the next time. */
    public static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException && is((SQLException) cause)) {
                return true;
            }
        }
        return false;
    }

    /** The same failure, now that its connection has turned out to be closed. */
    public static SQLException ofClosed(Exception e) {
        String message = e instanceof SQLException ? Jdbc.message((SQLException) e) : e.getMessage();
        return new SQLNonTransientConnectionException(message, CONNECTION + "003");
    }

    /** Whether it is the connection that failed. H2 gives the exceptions of connections to damaged files, with states of its own. */
    static boolean isOfConnection(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean typed = e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException;
        return state.startsWith(CONNECTION) || state.matches(NO_STATE) && (typed || isOfWire(e));
    }

    private static boolean isOfWire(SQLException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException || cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(SQLException e) {
        return String.valueOf(e.getSQLState()).matches(STATES) || CODES.contains(e.getErrorCode()) || isOfConnection(e);
    }
}
