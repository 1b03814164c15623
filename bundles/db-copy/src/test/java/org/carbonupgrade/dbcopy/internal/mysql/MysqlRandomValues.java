package org.carbonupgrade.dbcopy.internal.mysql;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/** Types of columns and values for them, at random and as bad as the server has them. */
final class MysqlRandomValues {

    private static final String[] ALL_TYPES = {
        "TINYINT",
        "TINYINT(1)",
        "SMALLINT UNSIGNED",
        "MEDIUMINT ZEROFILL",
        "INT",
        "BIGINT",
        "BIGINT UNSIGNED",
        "DECIMAL(65,30)",
        "DECIMAL(10,0)",
        "FLOAT",
        "FLOAT(9,3)",
        "DOUBLE",
        "DOUBLE(12,4)",
        "BIT(1)",
        "BIT(13)",
        "BIT(64)",
        "YEAR",
        "DATE",
        "TIME",
        "TIME(6)",
        "DATETIME",
        "DATETIME(4)",
        "TIMESTAMP NULL",
        "TIMESTAMP(6) NOT NULL DEFAULT 0",
        "CHAR(20) %c",
        "VARCHAR(60) %c",
        "VARCHAR(60) %c",
        "TEXT %c",
        "MEDIUMTEXT %c",
        "ENUM('a', 'B', '', 'it''s', '7') %c",
        "SET('a', 'B', 'c''d', '7') %c",
        "BINARY(12)",
        "VARBINARY(50)",
        "BLOB",
        "LONGBLOB",
        "JSON",
        "UUID",
        "INET6",
        "GEOMETRY",
        "POINT"
    };

    private static final String[] TYPES = Arrays.stream(ALL_TYPES)
            .filter(type -> MysqlTestServer.isMariaDb() || !type.matches("UUID|INET6"))
            .toArray(String[]::new);

    /** The first ones also serve as comments, where others would not be taken. */
    private static final String[] TEXTS = {
        "''",
        "' '",
        "'  x  '",
        "'it''s'",
        "'\\\\'",
        "'\\n\\r\\t\\0'",
        "'\"'",
        "'größe'",
        "'日本語'",
        "'😀'",
        "'%_?'",
        "'NULL'",
        "'A'",
        "'a'",
        "REPEAT('xy', 25)",
        "'ТЕКСТ'",
        "'é'",
        "';'"
    };

    private static final int COMMENTS = 13;

    private final Random random;

    MysqlRandomValues(Random random) {
        this.random = random;
    }

    /** A column's type, in which {@code %c} stands for a character set. */
    String type() {
        return any(TYPES);
    }

    String comment() {
        return TEXTS[random.nextInt(COMMENTS)];
    }

    /** A value of a type; not every one fits. */
    String of(String type) {
        String kind = type.split("[ (]")[0];
        if (random.nextInt(8) == 0) {
            return "NULL";
        }
        switch (kind) {
            case "FLOAT":
            case "DOUBLE":
                return random.nextInt(3) == 0
                        ? any("0", "-0e0", "0.1", "3.4028234e38", "1.7976931348623157e308", "5e-324", "1e-45")
                        : String.valueOf(
                                        kind.equals("FLOAT")
                                                ? (double) Float.intBitsToFloat(random.nextInt())
                                                : Double.longBitsToDouble(random.nextLong()))
                                .replaceAll("NaN|-?Infinity", "0.3");
            case "DATE":
            case "DATETIME":
            case "TIMESTAMP":
                return any(
                        "0",
                        "'0000-00-00'",
                        "'2011-02-31 01:02:03'",
                        "'1970-01-01 00:00:01'",
                        "'9999-12-31 23:59:59.999999'",
                        "'2038-01-19 03:14:07.123456'",
                        "'2011-03-27 02:30:00'",
                        "'20" + (10 + random.nextInt(80)) + "-05-05 10:11:12.1'");
            case "TIME":
                return any(
                        "'-838:59:59'",
                        "'838:59:59'",
                        "0",
                        "'-00:00:01.5'",
                        "'" + random.nextInt(800) + ":01:02.345678'");
            case "YEAR":
                return any("0", "1901", "2155", "2020");
            case "CHAR":
            case "VARCHAR":
            case "TEXT":
            case "MEDIUMTEXT":
                return random.nextInt(3) == 0 ? "'" + Long.toString(random.nextLong(), 36) + "'" : any(TEXTS);
            case "ENUM":
                return any("'a'", "'B'", "''", "'it''s'", "'no such'", "5");
            case "SET":
                return any("'a'", "'a,B,7'", "''", "'c''d'", "15");
            case "BINARY":
            case "VARBINARY":
            case "BLOB":
            case "LONGBLOB":
                return any(
                        "''",
                        "0x00",
                        "0x0000FF",
                        "'a '",
                        "'\\\\''\\0\\n'",
                        "0x" + Long.toHexString(random.nextLong() | 1L << 60));
            case "JSON":
                return any("'{}'", "'[1, 1.0, \"é\\\\\"\"]'", "'null'", "'{\"a\":  {\"b\": []}}'");
            case "UUID":
                return "'" + new UUID(random.nextLong(), random.nextLong()) + "'";
            case "INET6":
                return any("'::'", "'2001:db8::" + random.nextInt(9999) + "'", "'::ffff:1.2.3.4'");
            case "GEOMETRY":
                return any(
                        "POINT(1.5, -2)",
                        "ST_GeomFromText('LINESTRING(0 0,1 1)', 4326)",
                        "ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1),POLYGON((0 0,1 0,1 1,0 0)))')");
            case "POINT":
                return "POINT(" + random.nextDouble() + ", 1e100)";
            default:
                return any(
                        "0",
                        "1",
                        "-1",
                        "127",
                        "255",
                        "65535",
                        "18446744073709551615",
                        "-9223372036854775808",
                        "123456789012345678901234567890.123456789",
                        String.valueOf(random.nextLong()),
                        String.valueOf(random.nextInt(100)));
        }
    }

    /** One of several. */
    String any(String... values) {
        return values[random.nextInt(values.length)];
    }
}
