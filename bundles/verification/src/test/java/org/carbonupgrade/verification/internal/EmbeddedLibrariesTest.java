package org.carbonupgrade.verification.internal;

import static org.junit.Assert.assertTrue;

import com.google.gson.Gson;
import com.samskivert.mustache.Mustache;
import java.io.DataInputStream;
import java.io.IOException;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.junit.Test;

public class EmbeddedLibrariesTest {

    private static final int JAVA_8 = 52;

    @Test
    public void runOnJava8() throws IOException {
        for (Class<?> one : new Class<?>[] {Gson.class, Mustache.class, TableDigest.class}) {
            try (DataInputStream in = new DataInputStream(one.getResourceAsStream(one.getSimpleName() + ".class"))) {
                in.readInt();
                in.readUnsignedShort();
                assertTrue(one.getName(), in.readUnsignedShort() <= JAVA_8);
            }
        }
    }
}
