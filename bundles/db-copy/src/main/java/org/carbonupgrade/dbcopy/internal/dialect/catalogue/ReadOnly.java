package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * A connection that hands on nothing but queries: not every server can be told that a session must not write. Giving it back ends
 * the transaction without a change.
 */
final class ReadOnly {

    private static final Pattern QUERY = Pattern.compile("(?is)\\s*(SELECT|WITH|VALUES)\\b.*");

    private ReadOnly() {}

    static Connection guard(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ReadOnly.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare")) {
                        require(arguments);
                    } else if (method.getName().equals("close") && !connection.isClosed()) {
                        connection.rollback(); // some drivers do not close a transaction that is under way
                    }
                    Object result = call(connection, method, arguments);
                    return method.getName().equals("createStatement") ? statement((Statement) result) : result;
                });
    }

    private static Statement statement(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                ReadOnly.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String) {
                        require(arguments);
                    }
                    return call(statement, method, arguments);
                });
    }

    private static void require(Object[] arguments) throws SQLException {
        if (!QUERY.matcher(String.valueOf(arguments[0])).matches()) {
            throw new SQLException("a connection that reads is given nothing but queries", "25006");
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
