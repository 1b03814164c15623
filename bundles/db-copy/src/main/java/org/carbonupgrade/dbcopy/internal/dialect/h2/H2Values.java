package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.io.InputStream;
import java.io.Reader;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import org.carbonupgrade.dbcopy.digest.ColumnReader;
import org.carbonupgrade.dbcopy.internal.model.Column;

/** How values are read from and given to H2. */
final class H2Values {

    /** To H2: read the stream to its end. */
    private static final int TO_THE_END = -1;

    private H2Values() {}

    /** The column that the current row of {@code INFORMATION_SCHEMA.COLUMNS} describes. */
    static Column column(ResultSet row) throws SQLException {
        int type = row.getInt("DATA_TYPE");
        String typeName = row.getString("TYPE_NAME").toUpperCase(Locale.ROOT);
        String described = typeName + "(" + row.getInt("CHARACTER_MAXIMUM_LENGTH") + "," + row.getInt("NUMERIC_SCALE")
                + ")" + (row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? " NOT NULL" : "");
        return new Column(row.getString("COLUMN_NAME"), type, described, reader(type, typeName));
    }

    /** H2 calls "other" also what is text to everybody else; objects and geometries go as their bytes. */
    private static ColumnReader reader(int type, String typeName) {
        boolean text = type == Types.OTHER && (typeName.startsWith("ENUM") || typeName.startsWith("INTERVAL"));
        return text || typeName.equals("UUID") ? ResultSet::getString : ColumnReader.forType(type);
    }

    static void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, column.jdbcType());
        } else if (value instanceof InputStream) {
            statement.setBinaryStream(index, (InputStream) value, TO_THE_END);
        } else if (value instanceof Reader) {
            statement.setCharacterStream(index, (Reader) value, TO_THE_END);
        } else if (value instanceof byte[]) {
            statement.setBytes(index, (byte[]) value);
        } else {
            statement.setObject(index, value);
        }
    }
}
