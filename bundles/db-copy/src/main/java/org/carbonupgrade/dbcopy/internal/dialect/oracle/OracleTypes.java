package org.carbonupgrade.dbcopy.internal.dialect.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Values;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** The types of columns: as {@code ALL_TAB_COLS} describes them, as they are written, and as their values are copied. */
final class OracleTypes {

    /** Not comparable, or found unequal to itself. */
    static final Pattern NO_KEY = Pattern.compile("BINARY_|CLOB|NCLOB|BLOB|LONG|ROWID|UROWID|INTERVAL");

    /** Codes of the driver's own, by which floating point numbers keep infinity. */
    private static final int BINARY_FLOAT = 100;

    private static final int BINARY_DOUBLE = 101;

    private OracleTypes() {}

    /** The type of the row's column as a statement writes it. */
    static String written(ResultSet row) throws SQLException {
        String type = row.getString("DATA_TYPE");
        switch (type) {
            case "NUMBER":
                return number(row.getString("DATA_PRECISION"), row.getString("DATA_SCALE"));
            case "FLOAT":
                return "FLOAT(" + row.getString("DATA_PRECISION") + ")";
            case "VARCHAR2":
            case "CHAR":
                return "C".equals(row.getString("CHAR_USED"))
                        ? type + "(" + row.getString("CHAR_LENGTH") + " CHAR)"
                        : type + "(" + row.getString("DATA_LENGTH") + " BYTE)";
            case "NVARCHAR2":
            case "NCHAR":
                return type + "(" + row.getString("CHAR_LENGTH") + ")";
            case "RAW":
            case "UROWID":
                return type + "(" + row.getString("DATA_LENGTH") + ")";
            default:
                return type;
        }
    }

    /** How the values of a column are copied. */
    static Column copied(ObjectName table, String name, String type) {
        String base = type.replaceAll("\\(.*?\\)", "");
        switch (base) {
            case "NUMBER":
            case "FLOAT":
                return Values.decimal(name, type);
            case "BINARY_FLOAT":
                return new Column(name, BINARY_FLOAT, type, (row, at) -> orNull(row.getFloat(at), row));
            case "BINARY_DOUBLE":
                return new Column(name, BINARY_DOUBLE, type, (row, at) -> orNull(row.getDouble(at), row));
            case "VARCHAR2":
            case "CHAR":
            case "NVARCHAR2":
            case "NCHAR":
            case "ROWID":
            case "UROWID":
                return Values.text(name, type, "%s", "?");
            case "RAW":
                return Values.plain(name, Types.VARBINARY, type);
            case "DATE":
                return Values.text(name, type, toChar(OracleWords.DATE), "TO_DATE(?, '" + OracleWords.DATE + "')");
            case "TIMESTAMP":
                return time(name, type, "TO_TIMESTAMP", OracleWords.TIMESTAMP);
            case "TIMESTAMP WITH TIME ZONE":
            case "TIMESTAMP WITH LOCAL TIME ZONE":
                return time(name, type, "TO_TIMESTAMP_TZ", OracleWords.ZONED);
            case "INTERVAL YEAR TO MONTH":
                return Values.text(name, type, "TO_CHAR(%s)", "TO_YMINTERVAL(?)");
            case "INTERVAL DAY TO SECOND":
                return Values.text(name, type, "TO_CHAR(%s)", "TO_DSINTERVAL(?)");
            case "CLOB":
            case "NCLOB":
                return Values.plain(name, Types.CLOB, type);
            case "LONG":
                return new Column(name, Types.LONGVARCHAR, type, ResultSet::getCharacterStream);
            case "BLOB":
                return Values.plain(name, Types.BLOB, type);
            case "LONG RAW":
                return new Column(name, Types.LONGVARBINARY, type, ResultSet::getBinaryStream);
            default:
                throw Columns.unknown(table, name, type);
        }
    }

    /** Whole numbers of any size are written with a star, as {@code DBMS_METADATA} writes them. */
    private static String number(String precision, String scale) {
        if (scale == null) {
            return precision == null ? "NUMBER" : "NUMBER(" + precision + ")";
        }
        return "NUMBER(" + (precision == null ? "*" : precision) + "," + scale + ")";
    }

    private static Column time(String name, String type, String back, String format) {
        return Values.text(name, type, toChar(format), back + "(?, '" + format + "')");
    }

    private static String toChar(String format) {
        return "TO_CHAR(%s, '" + format + "')";
    }

    private static Object orNull(Object value, ResultSet row) throws SQLException {
        return row.wasNull() ? null : value;
    }
}
