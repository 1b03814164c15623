package org.carbonupgrade.dbcopy.internal.dialect.db2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Columns;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Values;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** The types of columns: as {@code SYSCAT.COLUMNS} describes them, as they are written, and as their values are copied. */
final class Db2Types {

    /** Compared in another way than written, or not at all. */
    static final Pattern NO_KEY = Pattern.compile("REAL|DOUBLE|DECFLOAT|BOOLEAN|.*LOB|XML|LONG");

    private static final int SHORT_DECFLOAT = 8;

    private Db2Types() {}

    /** The type of the row's column as a statement writes it. */
    static String written(ResultSet row) throws SQLException {
        String type = row.getString("TYPENAME");
        String bits = "0".equals(row.getString("CODEPAGE")) ? " FOR BIT DATA" : "";
        long length = row.getLong("LENGTH");
        switch (type) {
            case "CHARACTER":
            case "VARCHAR":
                return type + "(" + length + ")" + bits;
            case "LONG VARCHAR":
                return type + bits;
            case "DECIMAL":
                return type + "(" + length + "," + row.getInt("SCALE") + ")";
            case "DECFLOAT":
                return type + (length == SHORT_DECFLOAT ? "(16)" : "(34)");
            case "TIMESTAMP":
                return type + "(" + row.getInt("SCALE") + ")";
            case "GRAPHIC":
            case "VARGRAPHIC":
            case "BINARY":
            case "VARBINARY":
                return type + "(" + length + ")";
            case "BLOB":
            case "CLOB":
            case "DBCLOB":
                return type + "(" + length + ")"
                        + ("N".equals(row.getString("LOGGED")) ? " NOT LOGGED" : "")
                        + ("Y".equals(row.getString("COMPACT")) ? " COMPACT" : "");
            default:
                return type;
        }
    }

    /** How the values of a column are copied. */
    static Column copied(ObjectName table, String name, String type) {
        switch (type.replaceAll("[( ].*", "")) {
            case "SMALLINT":
            case "INTEGER":
            case "BIGINT":
                return Values.plain(name, Types.BIGINT, type);
            case "DECIMAL":
                return Values.decimal(name, type);
            case "DECFLOAT":
                return Values.text(name, type, "VARCHAR(%s)", "CAST(? AS " + type + ")");
            case "REAL":
                return Values.plain(name, Types.REAL, type);
            case "DOUBLE":
                return Values.plain(name, Types.DOUBLE, type);
            case "BOOLEAN":
                return Values.plain(name, Types.BOOLEAN, type);
            case "CHARACTER":
            case "VARCHAR":
            case "LONG":
                return type.endsWith("FOR BIT DATA")
                        ? Values.plain(name, Types.VARBINARY, type)
                        : Values.text(name, type, "%s", "?");
            case "GRAPHIC":
            case "VARGRAPHIC":
                return Values.text(name, type, "%s", "?");
            case "BINARY":
            case "VARBINARY":
                return Values.plain(name, Types.VARBINARY, type);
            case "DATE":
                return Values.text(name, type, "CHAR(%s, ISO)", "CAST(? AS DATE)");
            case "TIME":
                return Values.text(name, type, "CHAR(%s, JIS)", "CAST(? AS TIME)");
            case "TIMESTAMP":
                String digits = type.replaceAll("\\D", "");
                String fraction = digits.equals("0") ? "" : ".FF" + digits;
                return Values.text(
                        name,
                        type,
                        "VARCHAR_FORMAT(%s, 'YYYY-MM-DD HH24:MI:SS" + fraction + "')",
                        "CAST(? AS " + type + ")");
            case "CLOB":
            case "DBCLOB":
                return Values.plain(name, Types.CLOB, type);
            case "BLOB":
                return Values.plain(name, Types.BLOB, type);
            case "XML":
                return new Column(
                        name, Types.CLOB, type, ResultSet::getCharacterStream, "XMLSERIALIZE(%s AS CLOB(2G))", "?");
            default:
                throw Columns.unknown(table, name, type);
        }
    }
}
