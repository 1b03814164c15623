package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.Lent;

/** Connections of one schema that are used again: closing one gives it back, and what was not committed is undone. */
abstract class MysqlPool implements OpenDatabase {

    static final int PING_SECONDS = 10;

    private final String name;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();

    /** @param name that people know the database by */
    MysqlPool(String name) {
        this.name = name;
    }

    /** A connection for when all are in use. */
    abstract Connection another();

    /** What sessions of lost connections may still do is over, and the schema is still ours. */
    void settle() {
        // who only reads need not care
    }

    /** A connection turned out to be broken. */
    void broken(Connection connection) {
        // who only reads need not care
    }

    /** Readies a connection that was used for the next use. */
    abstract void renew(Connection connection) throws SQLException;

    @Override
    public final synchronized Connection connect() {
        settle();
        Connection connection = Jdbc.call("open the database", name, this::living);
        if (connection == null) {
            connection = another();
            all.add(connection);
        }
        return Lent.out(connection, this::giveBack);
    }

    /** One that is idle, and was not cut off meanwhile. */
    private Connection living() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            if (connection.isValid(PING_SECONDS)) {
                return connection;
            }
            drop(connection);
        }
        return null;
    }

    private void drop(Connection connection) {
        broken(connection);
        all.remove(connection);
        Jdbc.close(connection);
    }

    /** Keeps a connection for later. */
    final synchronized void keep(Connection connection) {
        all.add(connection);
        idle.add(connection);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public long bytes() {
        return Jdbc.call("read the size", name, () -> {
            try (Connection connection = connect()) {
                String bytes = Jdbc.first(
                        connection,
                        "SELECT SUM(DATA_LENGTH + INDEX_LENGTH) FROM INFORMATION_SCHEMA.TABLES"
                                + " WHERE TABLE_SCHEMA = DATABASE()");
                return bytes == null ? 0 : Long.parseLong(bytes);
            }
        });
    }

    @Override
    public synchronized void close() {
        all.forEach(Jdbc::close);
    }

    private void giveBack(Connection connection) {
        try {
            renew(connection);
            synchronized (this) {
                idle.push(connection);
            }
        } catch (SQLException e) {
            synchronized (this) {
                drop(connection);
            }
        }
    }
}
