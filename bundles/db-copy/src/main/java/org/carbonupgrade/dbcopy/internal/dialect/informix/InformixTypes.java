package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Values;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** The types of columns: as the numbers in {@code syscolumns}, as they are written, and as their values are copied. */
final class InformixTypes {

    static final int NOT_NULL = 0x100;

    /** Compared in another way than written, or not at all. */
    static final Pattern NO_KEY = Pattern.compile("FLOAT|SMALLFLOAT|BOOLEAN|BYTE|TEXT|BLOB|CLOB|INTERVAL");

    private static final int CODE = 0xff;

    /** A decimal number of this scale has a floating point. */
    private static final int FLOATING = 255;

    private static final String[] FIELDS = {"YEAR", "", "MONTH", "", "DAY", "", "HOUR", "", "MINUTE", "", "SECOND"};

    private InformixTypes() {}

    /**
     * A type as a statement writes it.
     *
     * @param opaque the name of the extended type, or null
     */
    static String written(int coltype, int collength, String opaque) {
        int length = collength & 0xffff;
        switch (coltype & CODE) {
            case 0:
                return "CHAR(" + length + ")";
            case 1:
                return "SMALLINT";
            case 2:
                return "INTEGER";
            case 3:
                return "FLOAT";
            case 4:
                return "SMALLFLOAT";
            case 5:
                return "DECIMAL" + precision(length);
            case 6:
                return "SERIAL";
            case 7:
                return "DATE";
            case 8:
                return "MONEY" + precision(length);
            case 10:
                return "DATETIME " + field(length >> 4 & 15, "") + " TO " + field(length & 15, "");
            case 11:
                return "BYTE";
            case 12:
                return "TEXT";
            case 13:
                return "VARCHAR" + limits(length);
            case 14:
                return interval(length);
            case 15:
                return "NCHAR(" + length + ")";
            case 16:
                return "NVARCHAR" + limits(length);
            case 17:
                return "INT8";
            case 18:
                return "SERIAL8";
            case 43:
                return "LVARCHAR(" + length + ")";
            case 45:
                return "BOOLEAN";
            case 52:
                return "BIGINT";
            case 53:
                return "BIGSERIAL";
            case 40:
            case 41:
                return "lvarchar".equals(opaque) ? "LVARCHAR(" + length + ")" : opaque(opaque);
            default:
                return "type " + coltype;
        }
    }

    /** How the values of a column are copied. */
    static Column copied(ObjectName table, String name, String type) {
        switch (type.replaceAll("[( ].*", "")) {
            case "SMALLINT":
            case "INTEGER":
            case "INT8":
            case "BIGINT":
            case "SERIAL":
            case "SERIAL8":
            case "BIGSERIAL":
                return Values.plain(name, Types.BIGINT, type);
            case "DECIMAL":
            case "MONEY":
                return Values.decimal(name, type);
            case "FLOAT":
                return Values.plain(name, Types.DOUBLE, type);
            case "SMALLFLOAT":
                return Values.plain(name, Types.REAL, type);
            case "BOOLEAN":
                return Values.plain(name, Types.BOOLEAN, type);
            case "CHAR":
            case "VARCHAR":
            case "NCHAR":
            case "NVARCHAR":
            case "LVARCHAR":
                return Values.text(name, type, "%s", "?");
            case "DATE":
                return new Column(name, Types.DATE, type, InformixTypes::date);
            case "DATETIME":
            case "INTERVAL":
                return Values.text(name, type, "%s::LVARCHAR(32)", "?::" + type);
            case "BYTE":
                return new Column(name, Types.LONGVARBINARY, type, ResultSet::getBinaryStream);
            case "TEXT":
                return new Column(name, Types.LONGVARCHAR, type, ResultSet::getCharacterStream);
            case "BLOB":
                return Values.plain(name, Types.BLOB, type);
            case "CLOB":
                return Values.plain(name, Types.CLOB, type);
            default:
                throw Columns.unknown(table, name, type);
        }
    }

    private static String opaque(String name) {
        return name == null ? "unknown" : name.toUpperCase(Locale.ROOT);
    }

    private static String precision(int length) {
        int scale = length & CODE;
        return "(" + (length >> 8) + (scale == FLOATING ? "" : "," + scale) + ")";
    }

    /** The size, and the room that is kept at least. */
    private static String limits(int length) {
        return "(" + (length & CODE) + (length >> 8 == 0 ? "" : "," + (length >> 8)) + ")";
    }

    /** The digits of the first field are those that the others leave: two each, and one each of a fraction. */
    private static String interval(int length) {
        int first = length >> 4 & 15;
        int last = length & 15;
        String digits = "(" + ((length >> 8) - (last - first)) + ")";
        return "INTERVAL " + field(first, digits) + (first == last ? "" : " TO " + field(last, ""));
    }

    private static String field(int code, String digits) {
        return code < FIELDS.length ? FIELDS[code] + digits : "FRACTION(" + (code - FIELDS.length + 1) + ")";
    }

    private static Object date(ResultSet row, int column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toString();
    }
}
