package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane.Moved;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.TableSql;

/**
 * Rows are read from the snapshot and given to the server as the file of a {@code LOAD DATA LOCAL}, as bytes that nobody converts.
 * The server makes warnings of errors then: the digest behind it tells.
 */
final class MysqlLoadData implements MysqlMove {

    /** How many times a row is in memory: as packet, as values, and what a driver buffers. */
    private static final int COPIES = 3;

    private static final String STREAM = "setLocalInfileInputStream";

    /** Whether the target's server and driver take rows in this way. */
    static boolean isAllowed(Connection target) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.getClass().getMethod(STREAM, InputStream.class);
        } catch (NoSuchMethodException e) {
            return false;
        }
        return "1".equals(Jdbc.first(target, "SELECT @@local_infile"));
    }

    private final MysqlLimits limits;

    MysqlLoadData(MysqlLimits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "LOAD DATA";
    }

    @Override
    public String lane() {
        return "load data";
    }

    @Override
    public void require(long longest, Table table) {
        limits.requireReadable(longest, COPIES, table);
    }

    @Override
    public void move(Connection source, Connection target, MysqlPart part, Passed expected, Moved moved)
            throws SQLException {
        try (PreparedStatement query = source.prepareStatement(new TableSql(part.asTable()).rows());
                ResultSet rows = query.executeQuery();
                Statement load = target.createStatement()) {
            MysqlRowStream stream = new MysqlRowStream(rows, part.table().columns(), moved);
            give(load, stream);
            load.execute(sql(part));
            stream.requireEnd();
        }
    }

    private static String sql(MysqlPart part) {
        List<String> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : part.table().columns()) {
            String converted = converted(column, "@carbon_" + fields.size());
            fields.add(converted == null ? column.sql() : "@carbon_" + fields.size());
            if (converted != null) {
                values.add(column.sql() + " = " + converted);
            }
        }
        return "LOAD DATA LOCAL INFILE 'carbon-upgrade' INTO TABLE "
                + part.table().name().sql()
                + " CHARACTER SET binary FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' ("
                + String.join(", ", fields) + ")" + (values.isEmpty() ? "" : " SET " + String.join(", ", values));
    }

    /** What a field has to be made into; null for one that the column takes as it is. */
    private static String converted(Column column, String field) {
        switch (column.type().split("[^a-z0-9]", 2)[0]) {
            case "enum":
            case "set":
                return "CAST(" + field + " AS UNSIGNED)"; // the text would be the name of a value
            case "json":
            case "uuid":
            case "inet4":
            case "inet6":
                return "CONVERT(" + field + " USING utf8mb4)"; // bytes would be the value itself
            default:
                return null;
        }
    }

    /** Every driver has the method, each in a class of its own. */
    private static void give(Statement statement, InputStream stream) throws SQLException {
        try {
            statement.getClass().getMethod(STREAM, InputStream.class).invoke(statement, stream);
        } catch (InvocationTargetException e) {
            throw new SQLException("the driver does not take rows", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver does not take rows", e);
        }
    }
}
