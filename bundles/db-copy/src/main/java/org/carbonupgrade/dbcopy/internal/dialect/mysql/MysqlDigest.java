package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;

/**
 * The digest of rows as the server itself makes it, so that no row has to leave it: SHA-1 over an unambiguous text of the row, of
 * which 128 bits are added up. A server makes a number of hexadecimal digits slowly, but of a checksum fast: CRC-32 of each quarter
 * of the digits gives 32 bits as good as any others of them.
 */
final class MysqlDigest {

    /** Larger than any row without its large values, which are in the text as digests only; a longer text would be NULL. */
    private static final int LONGEST_TEXT = 1 << 18;

    /** Of a SHA-1. */
    private static final int DIGITS = 40;

    /** Rows whose digest is known. */
    private static final String PROBE =
            " FROM (SELECT 1 AS n, 'x' AS t UNION ALL SELECT 2, 'y' UNION ALL SELECT 3, 'z') probe";

    private static final String PROBED = "3:15908b18b17966dbeb7c6b50d94968ca";

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private final Passed passed;
    private final long longest;

    private MysqlDigest(Passed passed, long longest) {
        this.passed = passed;
        this.longest = longest;
    }

    /** Digests the rows of a part. */
    static MysqlDigest of(Connection connection, MysqlPart part) throws SQLException {
        return Jdbc.all(
                        connection,
                        sql(part),
                        row -> new MysqlDigest(new Passed(digest(row), row.getLong(5)), row.getLong(6)))
                .get(0);
    }

    /** Refuses a server on which the text of a row could be too long, or that works in another order. */
    static void require(Connection connection, String where) throws SQLException {
        long most = Long.parseLong(Jdbc.first(connection, "SELECT @@max_allowed_packet"));
        if (most < LONGEST_TEXT) {
            throw new DbCopyException(
                    DbError.DB_PACKET,
                    "The server's max_allowed_packet is " + most + "; at least " + LONGEST_TEXT + " is needed.",
                    where);
        }
        String found = Jdbc.all(connection, select("n, LENGTH(t), t") + PROBE, MysqlDigest::digest)
                .get(0)
                .toString();
        if (!found.equals(PROBED)) {
            throw new DbCopyException(
                    DbError.DB_UNSUPPORTED, "The server digests rows in a way that is not known.", where);
        }
    }

    Passed passed() {
        return passed;
    }

    /** Bytes of content of the longest row. */
    long longest() {
        return longest;
    }

    private static TableDigest digest(ResultSet row) throws SQLException {
        long rows = row.getLong(4);
        if (rows * DIGITS != row.getLong(1)) {
            throw new SQLException("the server has digested " + row.getLong(1) / DIGITS + " of " + rows + " rows");
        }
        BigInteger sum = rows == 0
                ? BigInteger.ZERO
                : new BigInteger(row.getString(2))
                        .shiftLeft(64)
                        .add(new BigInteger(row.getString(3)))
                        .mod(MODULUS);
        return TableDigest.parse(rows + ":" + String.format(Locale.ROOT, "%032x", sum));
    }

    private static String sql(MysqlPart part) {
        List<Column> columns = part.table().columns();
        String text = columns.stream().map(MysqlDigest::text).collect(Collectors.joining(", "));
        String bytes = columns.stream()
                .filter(MysqlDigest::isLarge)
                .map(column -> " + IFNULL(LENGTH(" + column.sql() + "), 0)")
                .collect(Collectors.joining("", "LENGTH(@carbon_row)", ""));
        return select(text.isEmpty() ? "''" : text) + ", SUM(" + bytes + "), MAX(" + bytes + ") FROM " + part.rows("");
    }

    /**
     * The server works from left to right: what is assigned in the first sum is there for those behind it. A sum of lengths, since
     * the server does not look at what it only counts.
     */
    private static String select(String text) {
        return "SELECT SUM(LENGTH(@carbon_hash := SHA1(@carbon_row := CONCAT_WS(',', " + text + ")))), " + sum(1) + ", "
                + sum(21) + ", COUNT(*)";
    }

    private static String sum(int from) {
        return "SUM(" + quarter(from) + " << 32 | " + quarter(from + 10) + ")";
    }

    private static String quarter(int from) {
        return "CRC32(SUBSTR(@carbon_hash, " + from + ", 10))";
    }

    /**
     * A value of the text. Numbers and times hold no comma; texts and bytes stand behind their length; digests have one. A NULL is
     * an n, and the bytes behind it are left out.
     */
    private static String text(Column column) {
        String name = column.sql();
        String bytes = "CAST(" + name + " AS BINARY)";
        switch (word(column)) {
            case "char":
            case "varchar":
            case "tinytext":
            case "binary":
            case "varbinary":
            case "tinyblob":
                return orNull(column, "LENGTH(" + name + ")") + ", " + bytes;
            case "enum":
            case "set":
            case "bit":
                return orNull(column, name + "+0");
            case "float":
            case "double":
                return orNull(column, name + "*1e0"); // a FLOAT would be written with few digits only
            case "json":
                return orNull(column, "SHA1(CAST(" + name + " AS CHAR))");
            case "text":
            case "mediumtext":
            case "longtext":
            case "blob":
            case "mediumblob":
            case "longblob":
                return orNull(column, "SHA1(" + name + ")");
            default:
                return orNull(column, isLarge(column) ? "SHA1(" + bytes + ")" : name);
        }
    }

    private static String orNull(Column column, String value) {
        return column.type().endsWith(" NOT NULL") ? value : "IFNULL(" + value + ", 'n')";
    }

    /** Whether a value can be longer than what stands in the row itself; a shape or a vector is taken for such. */
    private static boolean isLarge(Column column) {
        return word(column)
                .matches("(medium|long)?(text|blob)|json|vector|geometry|(multi)?(point|linestring|polygon)"
                        + "|geom(etry)?collection");
    }

    private static String word(Column column) {
        return column.type().split("[^a-z0-9]", 2)[0];
    }
}
