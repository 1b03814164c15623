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
 * The digest of rows as the server itself makes it, so that no row has to leave it: SHA over an unambiguous text of the row, of
 * which 128 bits are added up. A server makes a number of hexadecimal digits slowly, but of a checksum fast: CRC-32 of each quarter
 * of the digits gives 32 bits as good as any others of them.
 */
final class MysqlDigest {

    /** Larger than any row without its large values, which are in the text as digests only; a longer text would be NULL. */
    private static final int LONGEST_TEXT = 1 << 18;

    /** Rows whose digest is known. */
    private static final String PROBE =
            " FROM (SELECT 1 AS n, 'x' AS t UNION ALL SELECT 2, 'y' UNION ALL SELECT 3, 'z') probe";

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private final Passed passed;
    private final long longest;

    private MysqlDigest(Passed passed, long longest) {
        this.passed = passed;
        this.longest = longest;
    }

    /** Digests the rows of a part. */
    static MysqlDigest of(Connection connection, MysqlPart part, MysqlHash hash) throws SQLException {
        return Jdbc.all(
                        connection,
                        sql(part, hash),
                        row -> new MysqlDigest(new Passed(digest(row, hash), row.getLong(5)), row.getLong(6)))
                .get(0);
    }

    /** Refuses a server on which the text of a row could be too long, or that works in another order. */
    static void require(Connection connection, MysqlHash hash, String where) throws SQLException {
        long most = Long.parseLong(Jdbc.first(connection, "SELECT @@max_allowed_packet"));
        if (most < LONGEST_TEXT) {
            throw new DbCopyException(
                    DbError.DB_PACKET,
                    "The server's max_allowed_packet is " + most + "; at least " + LONGEST_TEXT + " is needed.",
                    where);
        }
        String found = Jdbc.all(connection, select("n, LENGTH(t), t", hash) + PROBE, row -> digest(row, hash))
                .get(0)
                .toString();
        if (!found.equals(hash.probed())) {
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

    private static TableDigest digest(ResultSet row, MysqlHash hash) throws SQLException {
        long rows = row.getLong(4);
        if (rows * hash.digits() != row.getLong(1)) {
            throw new SQLException(
                    "the server has digested " + row.getLong(1) / hash.digits() + " of " + rows + " rows");
        }
        BigInteger sum = rows == 0
                ? BigInteger.ZERO
                : new BigInteger(row.getString(2))
                        .shiftLeft(64)
                        .add(new BigInteger(row.getString(3)))
                        .mod(MODULUS);
        return TableDigest.parse(rows + ":" + String.format(Locale.ROOT, "%032x", sum));
    }

    private static String sql(MysqlPart part, MysqlHash hash) {
        List<Column> columns = part.table().columns();
        String text = columns.stream().map(column -> text(column, hash)).collect(Collectors.joining(", "));
        String bytes = columns.stream()
                .filter(MysqlDigest::isLarge)
                .map(column -> " + IFNULL(LENGTH(" + column.sql() + "), 0)")
                .collect(Collectors.joining("", "LENGTH(@carbon_row)", ""));
        return select(text.isEmpty() ? "''" : text, hash) + ", SUM(" + bytes + "), MAX(" + bytes + ") FROM "
                + part.rows("");
    }

    /**
     * The server works from left to right: what is assigned in the first sum is there for those behind it. A sum of lengths, since
     * the server does not look at what it only counts.
     */
    private static String select(String text, MysqlHash hash) {
        String row = hash.of("@carbon_row := CONCAT_WS(',', " + text + ")");
        return "SELECT SUM(LENGTH(@carbon_hash := " + row + ")), " + sum(0, hash) + ", " + sum(2, hash) + ", COUNT(*)";
    }

    private static String sum(int quarter, MysqlHash hash) {
        return "SUM(" + sum32(quarter, hash) + " << 32 | " + sum32(quarter + 1, hash) + ")";
    }

    private static String sum32(int quarter, MysqlHash hash) {
        int length = hash.digits() / 4;
        return "CRC32(SUBSTR(@carbon_hash, " + (1 + quarter * length) + ", " + length + "))";
    }

    /**
     * A value of the text. Numbers and times hold no comma; texts and bytes stand behind their length; digests have one. A NULL is
     * an n, and the bytes behind it are left out.
     */
    private static String text(Column column, MysqlHash hash) {
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
                return orNull(column, MysqlDouble.selected(name));
            case "json":
                return orNull(column, hash.of("CAST(" + name + " AS CHAR)"));
            case "text":
            case "mediumtext":
            case "longtext":
            case "blob":
            case "mediumblob":
            case "longblob":
                return orNull(column, hash.of(name));
            default:
                return orNull(column, isLarge(column) ? hash.of(bytes) : name);
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
