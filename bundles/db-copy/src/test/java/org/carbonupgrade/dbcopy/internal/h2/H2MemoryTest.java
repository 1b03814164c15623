package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.sql.PreparedStatement;
import java.util.Random;
import org.carbonupgrade.dbcopy.internal.ForkedJvm;
import org.junit.Test;

/** Memory does not grow with the data: a JVM with less of it than one value takes copies and compares. */
public class H2MemoryTest extends H2Test {

    private static final String HEAP = "-Xmx48m";
    private static final int LARGE = 64 << 20;
    private static final int ROWS = Boolean.getBoolean("carbonupgrade.endurance") ? 200_000 : 50_000;

    @Test
    public void copiesALargeObjectAndManyRowsInLittleMemory() throws Exception {
        sql(
                old,
                "CREATE TABLE LARGE(ID INT PRIMARY KEY, B BLOB)",
                "CREATE TABLE MANY(ID INT PRIMARY KEY, V VARCHAR(100))",
                "INSERT INTO MANY SELECT X, 'some value of row ' || X || SPACE(60) FROM SYSTEM_RANGE(1, " + ROWS + ")");
        with(old, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO LARGE VALUES(1, ?)")) {
                insert.setBinaryStream(1, new Noise(), LARGE);
                insert.executeUpdate();
            }
        });

        ForkedJvm copy = ForkedCopy.start(version, path(""), ForkedCopy.DEFAULT_CHUNKS, HEAP);

        int status = copy.status();
        assertEquals(copy.lines().toString(), 0, status);
        assertTrue(copy.lines().contains("equal"));
        assertTrue(copy.lines().contains("rows " + (ROWS + 1)));
    }

    /** Bytes that cannot be compressed. */
    private static final class Noise extends InputStream {

        private final Random random = new Random(1);

        @Override
        public int read() {
            return random.nextInt(256);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, into, offset, length);
            return length;
        }
    }
}
