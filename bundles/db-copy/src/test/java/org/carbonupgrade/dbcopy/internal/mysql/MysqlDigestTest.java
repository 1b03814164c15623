package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.TableComparison;
import org.junit.Test;

/** A digest that the server makes tells any two contents apart. */
public class MysqlDigestTest extends MysqlTest {

    private static final int SEEDS = Boolean.getBoolean("carbonupgrade.endurance") ? 100 : 4;
    private static final int MUTATIONS = 8;

    /** Columns, the row that both sides have at first, and the one that staging has then. */
    private static final String[][] PAIRS = {
        {"V VARCHAR(20)", "'a'", "'a '"},
        {"V VARCHAR(20)", "'a'", "'A'"},
        {"V VARCHAR(20)", "NULL", "''"},
        {"V VARCHAR(20)", "NULL", "'n'"},
        {"V VARCHAR(20) CHARACTER SET utf8mb4", "'😀'", "'😁'"},
        {"V VARCHAR(20) CHARACTER SET utf8mb4", "'é'", "'e'"},
        {"V CHAR(20) CHARACTER SET utf16", "0xFFFF", "0xFFFE"},
        {"V VARBINARY(20)", "0x00", "0x0000"},
        {"V BINARY(3)", "0xFFFF", "0xFFFE"},
        {"V TEXT", "''", "NULL"},
        {"V TEXT", "'x'", "'x '"},
        {"V LONGBLOB", "REPEAT('x', 100000)", "CONCAT(REPEAT('x', 99999), 'y')"},
        {"V TINYTEXT", "'\\n'", "'\\r'"},
        {"V FLOAT", "0.1", "0.10000001"},
        {"V DOUBLE", "0.1", "0.10000000000000002"},
        {"V DOUBLE", "0e0", "-0e0"},
        {"V DECIMAL(65,30)", "1", "1.000000000000000000000000000001"},
        {"V BIGINT UNSIGNED", "18446744073709551615", "18446744073709551614"},
        {"V INT", "0", "NULL"},
        {"V BIT(64)", "0", "1"},
        {"V ENUM('a', '')", "''", "'no such'"},
        {"V SET('a', 'b')", "3", "2"},
        {"V DATE", "'0000-00-00'", "NULL"},
        {"V DATETIME(6)", "'2011-03-27 02:30:00'", "'2011-03-27 02:30:00.000001'"},
        {"V TIMESTAMP NULL", "'1970-01-01 00:00:01'", "0"},
        {"V TIME(6)", "'-00:00:01'", "'00:00:01'"},
        {"V YEAR", "0", "2000"},
        {"V GEOMETRY", "ST_GeomFromText('POINT(1 1)', 0)", "ST_GeomFromText('POINT(1 1)', 4326)"},
        {"V UUID", "'123e4567-e89b-12d3-a456-426655440000'", "'123e4567-e89b-12d3-a456-426655440001'"},
        {"V JSON", "'{\"a\": 1}'", "'{\"a\": 1.0}'"},
        {"V VARCHAR(9), W VARCHAR(9)", "'ab', 'c'", "'a', 'bc'"},
        {"V VARCHAR(9), W VARCHAR(9)", "NULL, 'a'", "'a', NULL"},
        {"V VARCHAR(9), W VARCHAR(9)", "'1,a', 'b'", "'1', 'a,b'"},
        {"V INT, W INT", "1, 11", "11, 1"},
        {"V INT NOT NULL, W TEXT NOT NULL", "1, ''", "1, ' '"},
    };

    @Test
    public void seesEveryDifferenceOfAValue() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < PAIRS.length; i++) {
            String table = String.format("T%02d", i);
            create(table, PAIRS[i][0], PAIRS[i][1]);
            expected.add(table);
        }
        copy();
        assertTrue(compare().equal());
        for (int i = 0; i < PAIRS.length; i++) {
            lenient(
                    stagingSchema,
                    "DELETE FROM " + expected.get(i),
                    "INSERT INTO " + expected.get(i) + " VALUES (" + PAIRS[i][2] + ")");
        }
        assertEquals(expected, differing());
    }

    @Test
    public void countsRowsThatStandTwice() throws Exception {
        sql(oldSchema, "CREATE TABLE A(N INT)", "INSERT INTO A VALUES (1), (1), (2)", "CREATE TABLE B LIKE A");
        copy();
        sql(
                stagingSchema,
                "DELETE FROM A WHERE N = 1 LIMIT 1",
                "INSERT INTO A VALUES (2)",
                "INSERT INTO B VALUES (3), (3)");
        assertEquals("[A, B]", differing().toString());
    }

    /** The server's own dump is the judge; of floating point numbers it shows too little, so that it may see less. */
    @Test
    public void seesWhatMariaDbsOwnDumpSees() throws Exception {
        Random seeds = new Random();
        for (int i = 0; i < SEEDS; i++) {
            long seed = Long.getLong("seed", seeds.nextInt(1_000_000));
            System.out.println(MysqlTestServer.name() + " seed " + seed);
            for (String schema : new String[] {oldSchema, stagingSchema}) {
                admin("DROP DATABASE " + schema, "CREATE DATABASE " + schema + " CHARACTER SET latin1");
            }
            try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), oldSchema)) {
                new MysqlRandomSchema(connection, seed).make();
            }
            copy();
            String expected = dump(oldSchema);
            Random random = new Random(seed);
            for (int mutation = 0; mutation < MUTATIONS; mutation++) {
                String done = mutate(random);
                if (!expected.equals(dump(stagingSchema))) {
                    assertEquals(
                            MysqlTestServer.name() + " seed " + seed + ": " + done,
                            1,
                            differing().size());
                    admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
                    copy();
                }
            }
        }
    }

    /** Changes one value of one row in staging, if the server can; says by which statement. */
    private String mutate(Random random) throws SQLException {
        List<String> columns = rows(
                stagingSchema,
                "SELECT CONCAT('`', REPLACE(TABLE_NAME, '`', '``'), '`'), CONCAT('`', REPLACE(COLUMN_NAME, '`', '``'), '`'),"
                        + " DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND EXTRA NOT LIKE"
                        + " '%GENERATED%' AND TABLE_NAME <> 'CARBON_UPGRADE'");
        String[] column = columns.get(random.nextInt(columns.size())).split("\\|");
        String[] values = {
            "NULL", "''", "' '", "0", "1", "0xFFFF", "'2011-01-01'", "POINT(3, 4)", "CONCAT(" + column[1] + ", ' ')"
        };
        String statement = "UPDATE IGNORE " + column[0] + " SET " + column[1] + " = "
                + values[random.nextInt(values.length)] + " LIMIT 1";
        try {
            lenient(stagingSchema, "SET SESSION foreign_key_checks = 0", statement);
        } catch (SQLException e) {
            return e.getMessage(); // not every value fits
        }
        return statement;
    }

    private void create(String table, String columns, String values) throws SQLException {
        lenient(
                oldSchema,
                "CREATE TABLE " + table + "(" + columns + ")",
                "INSERT INTO " + table + " VALUES (" + values + ")");
    }

    private void lenient(String schema, String... statements) throws SQLException {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), schema)) {
            Sessions.execute(connection, "SET SESSION sql_mode = '', time_zone = '+00:00'");
            Sessions.execute(connection, statements);
        }
    }

    private List<String> differing() {
        return compare().tables().stream()
                .filter(table -> !table.equal())
                .map(TableComparison::table)
                .collect(Collectors.toList());
    }
}
