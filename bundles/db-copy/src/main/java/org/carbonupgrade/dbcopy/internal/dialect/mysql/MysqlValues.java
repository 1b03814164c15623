package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.carbonupgrade.dbcopy.digest.ColumnReader;
import org.carbonupgrade.dbcopy.internal.model.Column;

/** How values are read from and given to the server: as text that it writes itself, or as bytes; no driver is asked for more. */
final class MysqlValues {

    private static final String AS_TEXT = "CAST(%s AS CHAR)";
    private static final String AS_BYTES = "CAST(%s AS BINARY)";

    private MysqlValues() {}

    /** The column that the current row of {@code INFORMATION_SCHEMA.COLUMNS} describes, if its type is known. */
    static Optional<Column> column(ResultSet row) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        String charset = row.getString("CHARACTER_SET_NAME");
        String collation = row.getString("COLLATION_NAME");
        String described = row.getString("COLUMN_TYPE")
                + (collation == null ? "" : " COLLATE " + collation)
                + (row.getString("IS_NULLABLE").equals("NO") ? " NOT NULL" : "");
        ColumnReader text = ResultSet::getString;
        ColumnReader bytes = ResultSet::getBytes;
        switch (row.getString("DATA_TYPE").toLowerCase(Locale.ROOT)) {
            case "tinyint":
            case "smallint":
            case "mediumint":
            case "int":
            case "bigint":
            case "decimal":
            case "year":
                return Optional.of(new Column(name, Types.NUMERIC, described, text, AS_TEXT, "?"));
            case "enum":
            case "set":
                return Optional.of(new Column(name, Types.NUMERIC, described, text, "CAST(%s+0 AS CHAR)", "?"));
            case "float":
            case "double":
                return Optional.of(new Column(
                        name, Types.VARCHAR, described, MysqlDouble.READER, MysqlDouble.selected("%s"), "?"));
            case "date":
            case "datetime":
            case "timestamp":
            case "time":
            case "json":
            case "uuid":
            case "inet4":
            case "inet6":
                return Optional.of(new Column(name, Types.VARCHAR, described, text, AS_TEXT, "?"));
            case "char":
            case "varchar":
            case "tinytext":
            case "text":
            case "mediumtext":
            case "longtext":
                String parameter = "CONVERT(? USING " + charset + ") COLLATE " + collation;
                return Optional.of(
                        new Column(name, Types.VARBINARY, described, new MysqlText(charset), AS_BYTES, parameter));
            case "binary":
            case "varbinary":
            case "tinyblob":
            case "blob":
            case "mediumblob":
            case "longblob":
                return Optional.of(new Column(name, Types.VARBINARY, described, bytes));
            case "bit":
            case "geometry":
            case "point":
            case "linestring":
            case "polygon":
            case "multipoint":
            case "multilinestring":
            case "multipolygon":
            case "geometrycollection":
            case "geomcollection":
            case "vector":
                return Optional.of(new Column(name, Types.VARBINARY, described, bytes, AS_BYTES, "?"));
            default:
                return Optional.empty();
        }
    }

    static void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (column.reader() instanceof MysqlText) {
            statement.setBytes(index, ((MysqlText) column.reader()).bytes(value));
        } else if (value instanceof byte[]) {
            statement.setBytes(index, (byte[]) value);
        } else if (column.jdbcType() == Types.VARCHAR) {
            statement.setString(index, (String) value);
        } else {
            // as a number: a text would be compared as a floating point number, and be the name of an ENUM's value
            statement.setBigDecimal(index, new BigDecimal((String) value));
        }
    }
}
