package org.carbonupgrade.dbcopy.internal.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Connections that their borrower closes and their owner uses again. */
public final class Lent {

    private Lent() {}

    /**
     * The connection for a borrower: everything is the connection's own but {@code close()}.
     *
     * @param giveBack is given the connection when the borrower closes it for the first time
     */
    public static Connection out(Connection connection, Consumer<Connection> giveBack) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Lent.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (!closed.getAndSet(true)) {
                            giveBack.accept(connection);
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
}
