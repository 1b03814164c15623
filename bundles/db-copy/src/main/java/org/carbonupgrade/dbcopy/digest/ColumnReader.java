package org.carbonupgrade.dbcopy.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * Reads a column as the value that stands for it in a digest and, while copying, is bound again on the other side:
 * null, {@code Boolean}, {@code Long}, {@code Float}, {@code Double}, {@code String}, {@code byte[]},
 * {@code Object[]}, or for large objects an {@code InputStream} or {@code Reader}.
 */
@FunctionalInterface
public interface ColumnReader {

    /**
     * The value of a column of the current row; a stream must be read before the next column is.
     *
     * @param column counted from 1
     */
    Object read(ResultSet row, int column) throws SQLException;

    /**
     * The reader for a JDBC type. Decimals keep their scale, and dates and times are read as the text that the database
     * itself writes, without zeros at the end of a fraction: a {@code java.sql.Timestamp} would move times that the JVM's time zone skips.
     *
     * @param jdbcType one of {@link Types}; a type not known here is read as text
     */
    static ColumnReader forType(int jdbcType) {
        return StandardReaders.forType(jdbcType);
    }
}
