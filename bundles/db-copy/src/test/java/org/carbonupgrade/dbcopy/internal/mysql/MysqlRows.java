package org.carbonupgrade.dbcopy.internal.mysql;

import java.sql.Connection;
import java.util.Random;

/** A schema of many tables that is copied in many chunks, for copies that are disturbed. */
final class MysqlRows {

    /** So many rows a chunk that a copy has many of them. */
    static final int CHUNK = 25;

    private static final int LARGE = 1000;

    private MysqlRows() {}

    /**
     * Fills a schema.
     *
     * @param engine of a table that may be of one without transactions
     * @return how many rows there are
     */
    static int fill(int port, String schema, String engine) throws Exception {
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, port, schema)) {
            MysqlCarbonSchema.create(connection);
            MysqlCarbonSchema.fill(connection, 5, new Random(1));
            Sessions.execute(
                    connection,
                    "CREATE TABLE LARGE(A VARCHAR(20), N INT, B BLOB, PRIMARY KEY (A, N), KEY (B(10)), FULLTEXT KEY (A))",
                    "INSERT INTO LARGE SELECT CONCAT('a', MOD(seq, 7)), seq, REPEAT(seq, MOD(seq, 100)) FROM seq_1_to_"
                            + LARGE,
                    "CREATE TABLE BARE(V VARCHAR(20), KEY (V))",
                    "INSERT INTO BARE SELECT CONCAT('row ', MOD(seq, 40)) FROM seq_1_to_" + LARGE,
                    "CREATE TABLE OLDER(N INT PRIMARY KEY, V INT, KEY (V)) ENGINE=" + engine,
                    "INSERT INTO OLDER SELECT seq, MOD(seq, 5) FROM seq_1_to_" + LARGE,
                    "CREATE TABLE SPLIT(N INT PRIMARY KEY, B BLOB)",
                    "INSERT INTO SPLIT SELECT 7 * seq, REPEAT(seq, 200) FROM seq_1_to_" + LARGE,
                    "ANALYZE TABLE SPLIT",
                    "CREATE VIEW V AS SELECT * FROM LARGE",
                    "CREATE TRIGGER TR BEFORE INSERT ON LARGE FOR EACH ROW SET NEW.N = NEW.N + 1");
        }
        return 4 * LARGE + 5 * 40;
    }
}
