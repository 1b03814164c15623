package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.PreparedStatement;
import java.util.Random;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Test;

public class H2CopyTest extends H2Test {

    @Test
    public void copiesEveryKindOfObject() throws Exception {
        sql(
                old,
                "CREATE SCHEMA \"Fü\"",
                "CREATE DOMAIN EMAIL AS VARCHAR(255) CHECK (POSITION('@', VALUE) > 1)",
                "CREATE SEQUENCE SQ START WITH 5 INCREMENT BY 3",
                "CREATE TABLE PARENT(ID INTEGER AUTO_INCREMENT PRIMARY KEY, NAME VARCHAR(20) DEFAULT 'it''s' NOT NULL, UNIQUE(NAME))",
                "CREATE TABLE \"Fü\".\"we\"\"ird table\"(\"select\" INT, P INT, B VARCHAR_IGNORECASE(20), C INT AS P + 1,"
                        + " D TIMESTAMP DEFAULT CURRENT_TIMESTAMP, E DECIMAL(10, 3), M EMAIL, PRIMARY KEY(\"select\", B),"
                        + " CHECK(E > 0), FOREIGN KEY(P) REFERENCES PUBLIC.PARENT(ID) ON DELETE CASCADE)",
                "COMMENT ON TABLE \"Fü\".\"we\"\"ird table\" IS 'hello'",
                "CREATE INDEX \"Fü\".IX ON \"Fü\".\"we\"\"ird table\"(B DESC, E)",
                "CREATE VIEW V AS SELECT * FROM PARENT",
                "CREATE USER BOB PASSWORD 'x'",
                "CREATE ROLE READER",
                "GRANT SELECT ON V TO BOB",
                "INSERT INTO PARENT(NAME) VALUES('a'), ('b')",
                "DELETE FROM PARENT WHERE NAME = 'b'",
                "INSERT INTO \"Fü\".\"we\"\"ird table\"(\"select\", P, B, E, M) VALUES(1, 1, 'Xx', 0.500, 'a@b'), (1, NULL, 'y', NULL, NULL)");

        CopyResult copied = copy();
        CompareResult compared = compare();

        assertEquals(3, copied.rows());
        assertTrue(copied.notCarried().isEmpty());
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
        sql(staging, "INSERT INTO PARENT(NAME) VALUES('next')");
        assertEquals(
                "identity goes on behind the deleted row", "3", value("SELECT ID FROM PARENT WHERE NAME = 'next'"));
    }

    @Test
    public void copiesLargeObjectsToTheByte() throws Exception {
        sql(old, "CREATE TABLE CONTENT(ID INT PRIMARY KEY, B BLOB, C CLOB)");
        Random random = new Random(42);
        with(old, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO CONTENT VALUES(?, ?, ?)")) {
                for (int size : new int[] {0, 1, 127, 128, 4096, 65_536, 3_000_000}) {
                    byte[] bytes = new byte[size];
                    random.nextBytes(bytes);
                    insert.setInt(1, size);
                    insert.setBytes(2, bytes);
                    insert.setString(3, new String(bytes, java.nio.charset.StandardCharsets.UTF_16));
                    insert.executeUpdate();
                }
            }
        });
        sql(old, "INSERT INTO CONTENT VALUES(-1, NULL, NULL)");

        assertEquals(8, copy().rows());
        assertTrue(compare().equal());
    }

    private String value(String query) {
        return copier.query(staging, connection -> {
            try (java.sql.ResultSet row = connection.createStatement().executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
