package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.IOUtils;

/** Reads a dump back as far as that is possible without a database: to its end, which a dump that was cut short does not have. */
final class DumpCheck {

    private static final String POSTGRES = "PGDMP";
    private static final int TAIL = 4096;

    private DumpCheck() {}

    /** What is wrong with it, or null. */
    static String damage(Path dump) {
        String name = dump.getFileName().toString();
        try {
            if (name.endsWith(".pgdump")) {
                return beginsWithMagic(dump) ? null : "it is not what pg_dump writes";
            }
            String end = end(dump);
            // H2 says nothing at the end of a script; the compression has a checksum there.
            return end.contains("-- Dump completed") || !beginsAsProgram(dump) ? null : "its end is missing";
        } catch (IOException e) {
            return "it cannot be read to its end: " + e.getMessage();
        }
    }

    private static boolean beginsWithMagic(Path dump) throws IOException {
        try (InputStream in = Files.newInputStream(dump)) {
            byte[] magic = new byte[POSTGRES.length()];
            return IOUtils.read(in, magic) == magic.length
                    && new String(magic, StandardCharsets.US_ASCII).equals(POSTGRES);
        }
    }

    /** The programs of MySQL and MariaDB begin with a comment, and end with one. */
    private static boolean beginsAsProgram(Path dump) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
            byte[] first = new byte[400];
            int read = IOUtils.read(in, first);
            return new String(first, 0, read, StandardCharsets.ISO_8859_1).contains("dump");
        }
    }

    private static String end(Path dump) throws IOException {
        byte[] tail = new byte[TAIL];
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump), 1 << 16)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int kept = Math.min(read, TAIL);
                System.arraycopy(tail, kept, tail, 0, TAIL - kept);
                System.arraycopy(buffer, read - kept, tail, TAIL - kept, kept);
            }
        }
        return new String(tail, StandardCharsets.ISO_8859_1);
    }
}
