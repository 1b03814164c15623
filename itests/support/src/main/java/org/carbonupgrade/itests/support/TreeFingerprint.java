package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a directory tree holds, down to every byte, mode and time, to prove that nobody changed it:
 * {@code before.differencesTo(TreeFingerprint.of(home.path()))} is empty.
 */
public final class TreeFingerprint {

    private final SortedMap<String, TreeEntry> entries;

    private TreeFingerprint(SortedMap<String, TreeEntry> entries) {
        this.entries = Collections.unmodifiableSortedMap(entries);
    }

    /** Reads a whole tree. Symbolic links are entries of their own and are not followed. */
    public static TreeFingerprint of(Path tree) {
        SortedMap<String, TreeEntry> entries = new TreeMap<>();
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    return note(directory);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return note(file);
                }

                private FileVisitResult note(Path path) throws IOException {
                    entries.put(tree.relativize(path).toString(), TreeEntry.of(path));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new HarnessException("cannot read the tree " + tree, e);
        }
        return new TreeFingerprint(entries);
    }

    /** The entries by their path below the tree's top, which itself has the path "". */
    public Map<String, TreeEntry> entries() {
        return entries;
    }

    /** The same without some paths and all that is below them. */
    public TreeFingerprint without(String... paths) {
        SortedMap<String, TreeEntry> kept = new TreeMap<>(entries);
        for (String path : paths) {
            kept.keySet().removeIf(entry -> entry.equals(path) || entry.startsWith(path + "/"));
        }
        return new TreeFingerprint(kept);
    }

    /** One readable line per entry that another tree lacks, has besides, or has in another state; empty if there is none. */
    public List<String> differencesTo(TreeFingerprint other) {
        SortedSet<String> paths = new TreeSet<>(entries.keySet());
        paths.addAll(other.entries.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            TreeEntry mine = entries.get(path);
            TreeEntry theirs = other.entries.get(path);
            if (theirs == null) {
                differences.add("gone: " + path);
            } else if (mine == null) {
                differences.add("new: " + path + " (" + theirs.describe() + ")");
            } else if (!mine.equals(theirs)) {
                differences.add("changed: " + path + " (" + mine.describeChangeTo(theirs) + ")");
            }
        }
        return differences;
    }
}
