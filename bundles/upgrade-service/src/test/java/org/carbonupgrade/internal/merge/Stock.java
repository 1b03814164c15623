package org.carbonupgrade.internal.merge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The configuration of the stock Carbon server, read from the archive that Maven put beside the tests. */
public final class Stock {

    private static final Map<String, byte[]> FILES = read();

    private Stock() {}

    /** Every file below {@code repository/conf} by its path in the home. */
    public static Map<String, byte[]> files() {
        return FILES;
    }

    public static byte[] bytes(String file) {
        byte[] bytes = FILES.get(file);
        if (bytes == null) {
            throw new IllegalArgumentException("the stock server has no " + file);
        }
        return bytes;
    }

    /** A file with every byte as one character. */
    public static String text(String file) {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }

    public static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip =
                new ZipFile(Paths.get("target", "stock", "wso2carbon-core.zip").toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String file = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (file.startsWith("repository/conf/") && !entry.isDirectory()) {
                    files.put(file, read(zip.getInputStream(entry)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(files);
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }
}
