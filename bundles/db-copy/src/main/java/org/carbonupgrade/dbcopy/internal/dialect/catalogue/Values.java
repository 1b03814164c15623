package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.carbonupgrade.dbcopy.digest.ColumnReader;
import org.carbonupgrade.dbcopy.internal.model.Column;

/** How values go from one server to another: numbers exactly, times as text that the server writes itself, the rest as it is. */
public final class Values {

    private Values() {}

    /** A whole number, a truth value, a floating point number, text or bytes, as the driver gives it. */
    public static Column plain(String name, int jdbcType, String type) {
        return new Column(name, jdbcType, type, ColumnReader.forType(jdbcType));
    }

    /** A decimal number of any size. */
    public static Column decimal(String name, String type) {
        return new Column(name, Types.NUMERIC, type, Values::decimal);
    }

    /**
     * What the server itself writes as text, and reads again.
     *
     * @param selected the text of {@code %s}
     * @param parameter a text as a value to compare the column with
     */
    public static Column text(String name, String type, String selected, String parameter) {
        return new Column(name, Types.VARCHAR, type, ResultSet::getString, selected, parameter);
    }

    /** Binds a value as it was read. */
    public static void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, column.jdbcType());
        } else if (value instanceof InputStream || value instanceof Reader) {
            LargeValue.of(value).bind(statement, index);
        } else if (value instanceof byte[]) {
            statement.setBytes(index, (byte[]) value);
        } else if (value instanceof Long) {
            statement.setLong(index, (Long) value);
        } else if (value instanceof Boolean) {
            statement.setBoolean(index, (Boolean) value);
        } else if (value instanceof Float) {
            statement.setFloat(index, (Float) value);
        } else if (value instanceof Double) {
            statement.setDouble(index, (Double) value);
        } else if (column.jdbcType() == Types.NUMERIC) {
            statement.setBigDecimal(index, new BigDecimal((String) value));
        } else {
            statement.setString(index, (String) value);
        }
    }

    /** Equal for equal numbers: a driver need not tell the zeros at the end. */
    private static Object decimal(ResultSet row, int column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
