package org.carbonupgrade.internal.backup;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The SHA-256 of every file, and the target of every link, by their names in an archive. */
final class Manifest {

    private final Map<String, String> entries = new TreeMap<>();
    private long bytes;

    void file(String name, String sha256, long size) {
        entries.put(name, sha256);
        bytes += size;
    }

    void link(String name, String target) {
        entries.put(name, "-> " + target);
    }

    int size() {
        return entries.size();
    }

    /** Of all files together. */
    long bytes() {
        return bytes;
    }

    /** A name whose content is not that of another manifest, or null if all are equal. */
    String firstDifference(Manifest other) {
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            if (!Objects.equals(entry.getValue(), other.entries.get(entry.getKey()))) {
                return entry.getKey();
            }
        }
        return other.entries.keySet().stream()
                .filter(name -> !entries.containsKey(name))
                .findFirst()
                .orElse(null);
    }

    /** As {@code sha256sum} writes it, links as {@code -> target}. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        entries.forEach((name, digest) -> lines.append(line(name, digest)).append('\n'));
        return lines.toString();
    }

    /** A backslash at the line's beginning says that the name is escaped. */
    private static String line(String name, String digest) {
        String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return (escaped.equals(name) ? "" : "\\") + digest + "  " + escaped;
    }
}
