package org.carbonupgrade.itests.support;

import static org.hamcrest.CoreMatchers.allOf;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TreeFingerprintTest {

    private static final FileTime THEN = FileTime.fromMillis(1_459_000_000_000L);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path tree;
    private Path file;

    @Before
    public void makeTree() throws IOException {
        tree = folder.newFolder("tree").toPath();
        file = Files.writeString(Files.createDirectories(tree.resolve("a/b")).resolve("file"), "content");
        Files.createSymbolicLink(tree.resolve("link"), Path.of("a"));
        settle();
    }

    @Test
    public void findsNoDifferenceInAnUntouchedTreeAndItsCopy() throws IOException {
        Path copy = folder.getRoot().toPath().resolve("copy");
        Trees.copy(tree, copy);
        TreeFingerprint before = TreeFingerprint.of(tree).without("link");
        assertEquals(List.of(), before.differencesTo(TreeFingerprint.of(tree).without("link")));
        assertEquals(List.of(), before.differencesTo(TreeFingerprint.of(copy).without("link")));
    }

    @Test
    public void seesAByteThatChangedWithoutTheTimeDoingSo() throws IOException {
        assertChange("changed: a/b/file (SHA-256 ", () -> Files.writeString(file, "Content"));
    }

    @Test
    public void seesATouchedFile() throws IOException {
        TreeFingerprint before = TreeFingerprint.of(tree);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertEquals(
                List.of("changed: a/b/file (modified " + THEN + " -> 1970-01-01T00:00:00Z)"),
                before.differencesTo(TreeFingerprint.of(tree)));
    }

    @Test
    public void seesAnotherMode() throws IOException {
        assertChange(
                "changed: a/b/file (mode ",
                () -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----")));
    }

    @Test
    public void seesALinkThatLeadsElsewhere() throws IOException {
        TreeFingerprint before = TreeFingerprint.of(tree);
        Files.delete(tree.resolve("link"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("a/b"));
        assertThat(
                before.differencesTo(TreeFingerprint.of(tree)),
                hasItem(allOf(startsWith("changed: link ("), containsString("target a -> a/b"))));
    }

    @Test
    public void seesWhatIsNewAndWhatIsGone() throws IOException {
        TreeFingerprint before = TreeFingerprint.of(tree);
        Files.move(file, file.resolveSibling("größe"));
        settle();
        List<String> differences = before.differencesTo(TreeFingerprint.of(tree));
        assertThat(differences, hasItem("gone: a/b/file"));
        assertThat(differences, hasItem(startsWith("new: a/b/größe (FILE")));
        assertEquals(2, differences.size());
    }

    private void assertChange(String beginning, Change change) throws IOException {
        TreeFingerprint before = TreeFingerprint.of(tree);
        change.make();
        settle();
        List<String> differences = before.differencesTo(TreeFingerprint.of(tree));
        assertEquals(differences.toString(), 1, differences.size());
        assertThat(differences.get(0), startsWith(beginning));
    }

    /** Gives everything the same old time, so that a test sees only what it changed. */
    private void settle() throws IOException {
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.filter(any -> !Files.isSymbolicLink(any)).toList()) {
                Files.setLastModifiedTime(path, THEN);
            }
        }
    }

    private interface Change {
        void make() throws IOException;
    }
}
