package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * {@code COPY} through the driver's own interface. The driver lives in a class loader of its own and comes from the operator, so
 * its classes are found by their names, which are the same from 9.4 to 42.
 */
final class PgCopy implements AutoCloseable {

    private final Object operation;
    private final Method read;
    private final Method write;
    private final Method end;
    private final Method cancel;
    private final Method active;

    private PgCopy(Object operation, ClassLoader driver) throws ReflectiveOperationException {
        Class<?> out = driver.loadClass("org.postgresql.copy.CopyOut");
        Class<?> in = driver.loadClass("org.postgresql.copy.CopyIn");
        Class<?> any = driver.loadClass("org.postgresql.copy.CopyOperation");
        this.operation = operation;
        this.read = out.getMethod("readFromCopy");
        this.write = in.getMethod("writeToCopy", byte[].class, int.class, int.class);
        this.end = in.getMethod("endCopy");
        this.cancel = any.getMethod("cancelCopy");
        this.active = any.getMethod("isActive");
    }

    /** Begins a {@code COPY … TO STDOUT}. */
    static PgCopy out(Connection connection, String sql) throws SQLException {
        return begin(connection, "copyOut", sql);
    }

    /** Begins a {@code COPY … FROM STDIN}. */
    static PgCopy in(Connection connection, String sql) throws SQLException {
        return begin(connection, "copyIn", sql);
    }

    /** The next bytes, null at the end. */
    byte[] read() throws SQLException {
        return (byte[]) call(operation, read);
    }

    void write(byte[] content, int length) throws SQLException {
        call(operation, write, content, 0, length);
    }

    /** Ends an input in good order; without it, closing throws away what was written. */
    void end() throws SQLException {
        call(operation, end);
    }

    @Override
    public void close() throws SQLException {
        if ((Boolean) call(operation, active)) {
            call(operation, cancel);
        }
    }

    private static PgCopy begin(Connection given, String verb, String sql) throws SQLException {
        Connection connection = given.unwrap(Connection.class);
        ClassLoader driver = connection.getClass().getClassLoader();
        try {
            Object manager = call(
                    connection, driver.loadClass("org.postgresql.PGConnection").getMethod("getCopyAPI"));
            Method start = driver.loadClass("org.postgresql.copy.CopyManager").getMethod(verb, String.class);
            return new PgCopy(call(manager, start, sql), driver);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver has no COPY: " + e, e);
        }
    }

    private static Object call(Object on, Method method, Object... arguments) throws SQLException {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException) {
                throw (SQLException) e.getCause();
            }
            throw new SQLException("COPY failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new SQLException("the driver's COPY cannot be used: " + e, e);
        }
    }
}
