package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Values;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** The types of columns: as {@code sys.columns} describes them, as they are written, and as their values are copied. */
final class SqlServerTypes {

    /** Without a greatest value, or found unequal to itself. */
    static final Pattern NO_KEY = Pattern.compile("bit|real|float|uniqueidentifier|text|ntext|image|xml|sql_variant");

    private static final int MAX = -1;

    /** With a T between date and time: the only form that no language setting reads in another way. */
    private static final String ISO = "CONVERT(VARCHAR(40), %s, 126)";

    private SqlServerTypes() {}

    /** The type of the row's column as a statement writes it, without its collation. */
    static String written(ResultSet row) throws SQLException {
        String type = row.getString("type_name");
        int length = row.getInt("max_length");
        switch (type) {
            case "char":
            case "varchar":
            case "binary":
            case "varbinary":
                return type + "(" + (length == MAX ? "max" : length) + ")";
            case "nchar":
            case "nvarchar":
                return type + "(" + (length == MAX ? "max" : length / 2) + ")";
            case "decimal":
            case "numeric":
                return type + "(" + row.getInt("precision") + "," + row.getInt("scale") + ")";
            case "datetime2":
            case "datetimeoffset":
            case "time":
                return type + "(" + row.getInt("scale") + ")";
            case "timestamp":
                return "rowversion";
            default:
                return type;
        }
    }

    /** How the values of a column are copied; null if the server makes them itself. */
    static Column copied(ObjectName table, String name, String type, String collation) {
        switch (type.replaceAll("\\(.*", "")) {
            case "tinyint":
            case "smallint":
            case "int":
            case "bigint":
                return Values.plain(name, Types.BIGINT, type);
            case "bit":
                return Values.plain(name, Types.BIT, type);
            case "decimal":
            case "numeric":
            case "money":
            case "smallmoney":
                return Values.decimal(name, type);
            case "real":
                return Values.plain(name, Types.REAL, type);
            case "float":
                return Values.plain(name, Types.DOUBLE, type);
            case "date":
            case "time":
            case "datetime":
            case "smalldatetime":
            case "datetime2":
            case "datetimeoffset":
                return Values.text(name, type, ISO, "CAST(? AS " + type + ")");
            case "char":
            case "varchar":
            case "nchar":
            case "nvarchar":
                // as the column's own type: an index on another one would be scanned as a whole
                return type.endsWith("(max)")
                        ? Values.plain(name, Types.CLOB, type)
                        : Values.text(name, type, "%s", "CAST(? COLLATE " + collation + " AS " + type + ")");
            case "uniqueidentifier":
                return Values.text(name, type, "%s", "CAST(? AS uniqueidentifier)");
            case "text":
            case "ntext":
                return Values.plain(name, Types.CLOB, type);
            case "xml":
                return new Column(
                        name, Types.CLOB, type, ResultSet::getCharacterStream, "CONVERT(NVARCHAR(MAX), %s)", "?");
            case "binary":
            case "varbinary":
                return Values.plain(name, type.endsWith("(max)") ? Types.BLOB : Types.VARBINARY, type);
            case "image":
                return Values.plain(name, Types.BLOB, type);
            case "rowversion":
                return null;
            default:
                throw Columns.unknown(table, name, type);
        }
    }
}
