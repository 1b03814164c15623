package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** Connections of one schema that are used again: closing one gives it back, and what was not committed is undone. */
abstract class MysqlPool implements OpenDatabase {

    private final String name;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();

    /** @param name that people know the database by */
    MysqlPool(String name) {
        this.name = name;
    }

    /** A connection for when all are in use. */
    abstract Connection another();

    /** Readies a connection that was used for the next use. */
    abstract void renew(Connection connection) throws SQLException;

    @Override
    public final synchronized Connection connect() {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = another();
            all.add(connection);
        }
        return handle(connection);
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
        SQLException failure = null;
        for (Connection connection : all) {
            try {
                connection.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw Jdbc.failure("close the database", name, failure);
        }
    }

    private Connection handle(Connection connection) {
        boolean[] closed = {false};
        return (Connection) Proxy.newProxyInstance(
                MysqlPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (!closed[0]) {
                            closed[0] = true;
                            giveBack(connection);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        try {
            renew(connection);
        } catch (SQLException e) {
            connection.close();
            return;
        }
        synchronized (this) {
            idle.push(connection);
        }
    }
}
