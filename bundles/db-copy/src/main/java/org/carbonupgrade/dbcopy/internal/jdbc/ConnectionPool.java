package org.carbonupgrade.dbcopy.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Connections that are used again: closing one gives it back, and what was not committed is undone. To open one anew for each of
 * thousands of tables takes longer than to copy them. Made for workers that come and go, so it grows to as many as are in use at
 * once.
 */
public final class ConnectionPool implements AutoCloseable {

    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Supplier<Connection> another;
    private boolean closed;

    /** @param another opens one more, with auto-commit off */
    public ConnectionPool(Supplier<Connection> another) {
        this.another = another;
    }

    /** A connection for the caller alone, until it is closed; {@code unwrap(Connection.class)} is the driver's. */
    public Connection take() {
        Connection connection;
        synchronized (this) {
            connection = idle.poll();
        }
        return Lent.out(connection == null ? another.get() : connection, this::giveBack);
    }

    /** Closes what is not in use; what is will be closed when it is given back. */
    @Override
    public void close() {
        Deque<Connection> rest;
        synchronized (this) {
            closed = true;
            rest = new ArrayDeque<>(idle);
            idle.clear();
        }
        rest.forEach(Jdbc::close);
    }

    private void giveBack(Connection connection) {
        if (isUsable(connection) && keep(connection)) {
            return;
        }
        Jdbc.close(connection);
    }

    /** Where one connection was lost, the idle ones have most often been lost with it. */
    private boolean isUsable(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                return true;
            }
        } catch (SQLException e) {
            // it is of no use any more, and what happened to it has been told by the statement before
        }
        Deque<Connection> suspects;
        synchronized (this) {
            suspects = new ArrayDeque<>(idle);
            idle.clear();
        }
        suspects.forEach(Jdbc::close);
        return false;
    }

    private synchronized boolean keep(Connection connection) {
        if (!closed) {
            idle.push(connection);
        }
        return !closed;
    }
}
