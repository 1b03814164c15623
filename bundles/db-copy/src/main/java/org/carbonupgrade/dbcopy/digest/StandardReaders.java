package org.carbonupgrade.dbcopy.digest;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** The readers that serve every database whose driver keeps to JDBC. */
final class StandardReaders {

    private StandardReaders() {}

    static ColumnReader forType(int jdbcType) {
        switch (jdbcType) {
            case Types.BOOLEAN:
            case Types.BIT:
                return (row, column) -> orNull(row.getBoolean(column), row);
            case Types.TINYINT:
            case Types.SMALLINT:
            case Types.INTEGER:
            case Types.BIGINT:
                return (row, column) -> orNull(row.getLong(column), row);
            case Types.REAL:
                return (row, column) -> orNull(row.getFloat(column), row);
            case Types.FLOAT:
            case Types.DOUBLE:
                return (row, column) -> orNull(row.getDouble(column), row);
            case Types.BINARY:
            case Types.VARBINARY:
            case Types.LONGVARBINARY:
            case Types.JAVA_OBJECT:
            case Types.OTHER:
                return ResultSet::getBytes;
            case Types.BLOB:
                return ResultSet::getBinaryStream;
            case Types.CLOB:
            case Types.NCLOB:
                return ResultSet::getCharacterStream;
            case Types.ARRAY:
                return (row, column) -> elements(row.getArray(column));
            case Types.TIME:
            case Types.TIMESTAMP:
                return (row, column) -> withoutZeros(row.getString(column));
            default:
                return ResultSet::getString;
        }
    }

    /** Some versions of a driver write a fraction of zero, some do not. */
    private static String withoutZeros(String time) {
        int dot = time == null ? -1 : time.indexOf('.');
        if (dot < 0) {
            return time;
        }
        int end = time.length();
        while (time.charAt(end - 1) == '0') {
            end--;
        }
        return time.substring(0, end == dot + 1 ? dot : end);
    }

    private static Object orNull(Object value, ResultSet row) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static Object elements(Array array) throws SQLException {
        return array == null ? null : array.getArray();
    }
}
