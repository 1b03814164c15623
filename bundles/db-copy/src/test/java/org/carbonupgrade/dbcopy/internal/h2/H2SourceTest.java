package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

/** The old database's files are after every verb what they were before: names, bytes, sizes, times, rights. */
public class H2SourceTest extends H2Test {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_400_000_000_000L);

    @Before
    public void makeAnOldDatabaseAsAServerLeavesIt() throws Exception {
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, B BLOB, C CLOB)",
                "INSERT INTO T SELECT X, REPEAT('ab', X * 2000), REPEAT('ä', X * 2000) FROM SYSTEM_RANGE(1, 20)",
                "CREATE SEQUENCE SQ",
                "CREATE VIEW VW AS SELECT ID FROM T");
        write("DB.lock.db", "#FileLock\nmethod=file\nid=14f\n");
        write("DB.trace.db", "06-01 12:00:00 jdbc[3]: exception\n");
        write("DBx.h2.db", "another database");
        for (Path path : tree()) {
            Files.setLastModifiedTime(path, LONG_AGO);
        }
    }

    @Test
    public void leavesTheOldDatabaseAsItIs() throws Exception {
        String before = FileStates.of(path("old"));
        doEverything();
        assertEquals(before, FileStates.of(path("old")));
    }

    @Test
    public void copiesAnOldDatabaseThatNobodyMayWrite() throws Exception {
        for (Path path : tree()) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"));
        }
        String before = FileStates.of(path("old"));
        try {
            doEverything();
            assertEquals(before, FileStates.of(path("old")));
        } finally {
            for (Path path : tree()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** The old version keeps large objects beside the database, as files. */
    @Test
    public void copiesTheLargeObjects() throws Exception {
        boolean beside = tree().stream().anyMatch(path -> path.toString().contains("DB.lobs.db/"));
        assertEquals(version.equals("1.2.140"), beside);
        copy();
        assertEquals("40000", value(staging, "SELECT LENGTH(C) FROM T WHERE ID = 20"));
        assertTrue(compare().equal());
    }

    private void doEverything() throws Exception {
        Path script = Files.write(path("create.sql"), "CREATE TABLE T(ID INT);".getBytes(StandardCharsets.UTF_8));
        assertTrue(copier.inspect(old).exists());
        copy();
        copy();
        assertTrue(compare().equal());
        assertEquals(1, copier.compareWithScript(old, script).tables());
        String rows = copier.query(old, connection -> H2.column(connection, "SELECT COUNT(*) FROM T")
                .get(0));
        assertEquals("20", rows);
    }

    private void write(String name, String content) throws IOException {
        Files.write(path("old/repository/" + name), content.getBytes(StandardCharsets.UTF_8));
    }

    /** The files and folders of the old database, folders last. */
    private List<Path> tree() throws IOException {
        try (Stream<Path> tree = Files.walk(path("old"))) {
            return tree.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
    }
}
