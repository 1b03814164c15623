package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.io.IOUtils;
import org.junit.Test;

public class LargeValueTest {

    private static final int[] SIZES = {0, 1, 8192, 300_001, 3_000_000};

    private Object given;
    private Object length;

    /** A driver that reads what it was given only when the batch is executed. */
    private final PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
            LargeValueTest.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
                given = arguments[1];
                length = arguments[2];
                return null;
            });

    @Test
    public void keepsBytesUntilTheDriverReadsThem() throws Exception {
        for (int size : SIZES) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);

            LargeValue.of(new ByteArrayInputStream(bytes)).bind(statement, 1);

            assertEquals(size, length);
            assertArrayEquals(bytes, IOUtils.toByteArray((InputStream) given));
        }
    }

    @Test
    public void keepsTextEvenWhereItIsNone() throws Exception {
        for (int size : SIZES) {
            char[] text = new char[size];
            Arrays.fill(text, '\ud83d'); // half a character
            if (size > 0) {
                text[size / 2] = 0;
            }

            LargeValue.of(new StringReader(new String(text))).bind(statement, 1);

            assertEquals(size, length);
            assertArrayEquals(text, IOUtils.toCharArray((Reader) given));
        }
    }

    @Test
    public void leavesNoFileBehind() throws Exception {
        int size = 3_000_000 + new Random().nextInt(1_000_000); // other processes keep theirs in the same place
        LargeValue value = LargeValue.of(new ByteArrayInputStream(new byte[size]));
        assertEquals(1, kept(size));

        value.bind(statement, 1);
        IOUtils.toByteArray((InputStream) given);
        assertEquals(0, kept(size));
    }

    private static int kept(int size) {
        return new File(System.getProperty("java.io.tmpdir"))
                .listFiles(file -> file.getName().startsWith("carbon-upgrade") && file.length() == size)
                .length;
    }
}
