package org.carbonupgrade.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** What a directory tree holds: names, kinds, times and content, to see that nobody has changed it. */
public final class Fingerprint {

    private Fingerprint() {}

    /** An entry a line; without what lies below some path. */
    public static Map<String, String> of(Path root, String without) {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString();
                if (without == null || !name.startsWith(without)) {
                    entries.put(name, describe(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static String describe(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return "directory";
        }
        return Files.getLastModifiedTime(file) + " " + DigestUtils.sha256Hex(Files.readAllBytes(file));
    }
}
