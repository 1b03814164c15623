package org.carbonupgrade.dbcopy.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that is open for the time of a verb. */
public interface OpenDatabase extends AutoCloseable {

    /** A new connection with auto-commit off; the caller closes it. */
    Connection connect();

    /** The name that people know it by. */
    String name();

    /** Its size on disk in bytes, or -1 if it can't be told. */
    long bytes();

    /**
     * Is told that a connection was lost, or may have been: what its session may still do is ended before another connection is
     * given out.
     */
    default void lost(Connection connection) {
        // an embedded database has no sessions that outlive their connections
    }

    /** What the connection commits from now on, and all that was committed before, outlives a crash of the server. */
    default void makeLasting(Connection connection) throws SQLException {
        // commits last already
    }

    /** Changes when the content does: what was copied under one fingerprint can be continued under the same. */
    String fingerprint();

    /** How many connections it can give out at once; the first may stay open, for what is read before and after the rows. */
    default int readers() {
        return Integer.MAX_VALUE;
    }

    /** What people should know about how it is read; empty if there is nothing. */
    default String remark() {
        return "";
    }

    /** Lets go of the database, with everything written on disk. Connections given out must be closed before. */
    @Override
    void close();
}
