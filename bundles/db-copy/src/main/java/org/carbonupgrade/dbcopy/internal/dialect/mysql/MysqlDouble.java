package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.digest.ColumnReader;

/**
 * Reads floating point numbers bit by bit, as the coordinate of a point: MySQL makes no more than 22 characters of one, which is
 * one digit too few for some.
 */
enum MysqlDouble implements ColumnReader {
    READER;

    /** Behind SRID, byte order and kind of shape. */
    private static final int BEGIN = 2 * (4 + 1 + 4);

    private static final int END = BEGIN + 2 * Double.BYTES;

    /** What is selected of a column or an expression: a FLOAT becomes a DOUBLE, or few digits of it would be taken. */
    static String selected(String expression) {
        return "HEX(POINT(" + expression + "*1e0, 0))";
    }

    /** The number as a text that stands for it alone. */
    @Override
    public Object read(ResultSet row, int column) throws SQLException {
        String point = row.getString(column);
        if (point == null) {
            return null;
        }
        long bits = Long.reverseBytes(new BigInteger(point.substring(BEGIN, END), 16).longValue());
        return Double.toString(Double.longBitsToDouble(bits));
    }
}
