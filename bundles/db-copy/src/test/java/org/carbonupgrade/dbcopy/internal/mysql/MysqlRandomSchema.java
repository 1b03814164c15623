package org.carbonupgrade.dbcopy.internal.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fills a schema with tables, rows and all that stands around them, as a seed decides and as badly as the server allows. */
final class MysqlRandomSchema {

    private static final List<String> NAMES = Arrays.asList(
            "T",
            "lower",
            "select",
            "with space",
            "dot.ted",
            "quo\"te",
            "back`tick",
            "Ünï",
            "日本",
            "a\\b",
            "x'y",
            "semi;colon",
            "_",
            "VALUES",
            "q?",
            "p%s");

    private static final String[] CHARSETS = {
        "latin1", "utf8mb3", "utf8mb4", "utf16", "ucs2", "utf32", "cp932", "gbk", "latin2", "ascii", "cp1251", "big5"
    };

    private static final String[] TYPES = {
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

    private final Random random;
    private final Connection connection;
    private final List<String> names;
    private final List<String> tables = new ArrayList<>();
    private int accepted;

    MysqlRandomSchema(Connection connection, long seed) {
        this.random = new Random(seed);
        this.connection = connection;
        this.names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
    }

    /** Makes it; gives how many statements the server has accepted. */
    int make() throws SQLException {
        run("SET NAMES utf8mb4");
        run("SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00', foreign_key_checks = 0");
        if (random.nextBoolean()) {
            run("ALTER DATABASE CHARACTER SET " + any(CHARSETS));
        }
        if (random.nextBoolean()) {
            run("CREATE SEQUENCE SQ START WITH " + random.nextInt(50) + " INCREMENT BY " + (1 + random.nextInt(9)));
            for (int i = random.nextInt(3); i > 0; i--) {
                run("DO NEXTVAL(SQ)");
            }
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            table();
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            around();
        }
        return accepted;
    }

    private void table() throws SQLException {
        String table = quoted(names.get(tables.size()));
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            String column = quoted(names.get(names.size() - 1 - columns.size()));
            String type = any(TYPES);
            columns.add(column);
            types.add(type);
            String charset = random.nextBoolean() ? "CHARACTER SET " + any(CHARSETS) : "";
            boolean required = !type.contains("NULL") && random.nextInt(4) == 0;
            parts.add(column + " "
                    + type.replace("%c", charset + (random.nextInt(5) == 0 && !charset.isEmpty() ? " BINARY" : ""))
                    + (required ? " NOT NULL" : "") + (random.nextInt(6) == 0 ? " COMMENT " + any(TEXTS, 13) : ""));
        }
        if (random.nextInt(3) == 0) {
            parts.add("`gen` VARCHAR(300) AS (CONCAT(" + columns.get(0) + ", ')')) "
                    + (random.nextBoolean() ? "STORED" : "VIRTUAL"));
        }
        boolean counts = random.nextInt(4) == 0;
        if (counts) {
            parts.add("`id` INT NOT NULL AUTO_INCREMENT UNIQUE");
        } else if (random.nextInt(4) > 0) {
            parts.add("PRIMARY KEY (" + some(columns, types) + ")");
        }
        String engine = random.nextInt(5) == 0 ? any("MyISAM", "Aria") : "InnoDB";
        String options = ") ENGINE=" + engine
                + (random.nextInt(4) == 0 ? " COMMENT=" + any(TEXTS, 13) : "")
                + (counts && random.nextBoolean() ? " AUTO_INCREMENT=" + (500 + random.nextInt(500)) : "");
        String create = "CREATE TABLE " + table + "(" + String.join(", ", parts) + options;
        if (!run(create)) {
            parts.removeIf(part -> part.startsWith("PRIMARY") || part.startsWith("`gen`"));
            if (!run("CREATE TABLE " + table + "(" + String.join(", ", parts) + options)) {
                return;
            }
        }
        tables.add(table);
        rows(table, columns, types);
        for (int i = random.nextInt(4); i > 0; i--) {
            String kind = any("", "", "UNIQUE", "FULLTEXT", "SPATIAL");
            run("ALTER TABLE " + table + " ADD " + kind + " KEY " + quoted(names.get(random.nextInt(names.size())))
                    + "(" + some(columns, types) + ")");
        }
        if (random.nextInt(3) == 0) {
            run("ALTER TABLE " + table + " ADD CONSTRAINT `fk " + tables.size() + "` FOREIGN KEY (" + columns.get(0)
                    + ") REFERENCES " + tables.get(random.nextInt(tables.size())) + "(" + columns.get(0)
                    + ") ON DELETE " + any("CASCADE", "NO ACTION"));
        }
    }

    private void rows(String table, List<String> columns, List<String> types) throws SQLException {
        int rows = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(60);
        for (int i = 0; i < rows; i++) {
            String values = types.stream().map(this::value).collect(Collectors.joining(", "));
            run("INSERT IGNORE INTO " + table + "(" + String.join(", ", columns) + ") VALUES (" + values + ")");
        }
        if (random.nextInt(3) == 0) {
            run("INSERT IGNORE INTO " + table + " SELECT * FROM " + table);
        }
    }

    private String value(String type) {
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

    private void around() throws SQLException {
        String table = tables.isEmpty() ? "T" : any(tables.toArray(new String[0]));
        String name = quoted(names.get(random.nextInt(names.size())) + " " + accepted);
        run("SET SESSION sql_mode = '" + any("", "ANSI_QUOTES", "PIPES_AS_CONCAT", "NO_BACKSLASH_ESCAPES") + "'");
        run(any(
                "CREATE VIEW " + name + " AS SELECT *, 'it''s' AS `q'q` FROM " + table,
                "CREATE TRIGGER " + name + " BEFORE INSERT ON " + table + " FOR EACH ROW SET @x = 'a'",
                "CREATE FUNCTION " + name + "(`p x` INT) RETURNS INT COMMENT 'it''s' RETURN `p x` + 1",
                "CREATE PROCEDURE " + name + "() BEGIN SELECT 'é', 1; END"));
        run("SET SESSION sql_mode = 'ALLOW_INVALID_DATES'");
    }

    /** Columns for a key; of those that may be long, the beginning. */
    private String some(List<String> columns, List<String> types) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < columns.size() && some.size() < 3; i++) {
            if (random.nextInt(2) == 0 || some.isEmpty() && i == columns.size() - 1) {
                boolean large = types.get(i).matches("(MEDIUM)?TEXT.*|.*BLOB|JSON");
                some.add(columns.get(i)
                        + (large ? "(" + (1 + random.nextInt(20)) + ")" : "")
                        + (random.nextInt(5) == 0 ? " DESC" : ""));
            }
        }
        return String.join(", ", some);
    }

    private boolean run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            accepted++;
            return true;
        } catch (SQLException e) {
            return false; // the server does not allow everything that can be thrown together
        }
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String any(String[] values, int first) {
        return values[random.nextInt(first)];
    }
}
