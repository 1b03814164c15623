package org.carbonupgrade.internal.check.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stands for a server that can't be had: knows the rows for queries by words of theirs, and refuses any other query. */
final class FakeServer {

    private final Map<String, List<Object[]>> answers = new LinkedHashMap<>();

    /** Answers a query in which the words stand with these rows; of two that fit the first one given does. */
    FakeServer answer(String words, Object[]... rows) {
        answers.put(words, Arrays.asList(rows));
        return this;
    }

    /** Answers with rows of one column. */
    FakeServer column(String words, Object... values) {
        return answer(
                words, Arrays.stream(values).map(value -> new Object[] {value}).toArray(Object[][]::new));
    }

    Connection connection() {
        return proxy(Connection.class, (self, method, arguments) -> statement());
    }

    private Statement statement() {
        return proxy(Statement.class, (self, method, arguments) -> {
            if (!method.getName().equals("executeQuery")) {
                return null;
            }
            for (Map.Entry<String, List<Object[]>> each : answers.entrySet()) {
                if (((String) arguments[0]).contains(each.getKey())) {
                    return rows(each.getValue().iterator());
                }
            }
            throw new SQLException("not allowed: " + arguments[0]);
        });
    }

    private static ResultSet rows(Iterator<Object[]> rows) {
        Object[][] now = new Object[1][];
        return proxy(ResultSet.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "next":
                    now[0] = rows.hasNext() ? rows.next() : null;
                    return now[0] != null;
                case "getString":
                    Object value = now[0][(Integer) arguments[0] - 1];
                    return value == null ? null : String.valueOf(value);
                case "getLong":
                    return ((Number) now[0][(Integer) arguments[0] - 1]).longValue();
                default:
                    return null;
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeServer.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
