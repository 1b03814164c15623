package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Before;
import org.junit.Test;

/** A clone of a closed database is equal to it, its user can log in, and it is made only where that is sure to be so. */
public class H2CloneTest extends H2Test {

    private static final String CLONED = "clone: the closed database's files are copied";

    private String expected;

    @Before
    public void makeAnOldDatabase() throws Exception {
        strategy = Strategy.AUTO;
        with(old, connection -> {
            CarbonSchema.create(connection);
            CarbonSchema.fill(connection, 5, new Random(1));
            H2.execute(
                    connection,
                    "CREATE TABLE LARGE(ID IDENTITY, B BLOB, C CLOB)",
                    "INSERT INTO LARGE(B, C) SELECT REPEAT('ab', X * 2000), REPEAT('ä', X * 2000) FROM SYSTEM_RANGE(1, 20)",
                    "CREATE USER MONITOR PASSWORD 'other'",
                    "CREATE VIEW VW AS SELECT ID FROM LARGE");
        });
        expected = dump(old);
    }

    @Test
    public void clonesAClosedDatabase() throws Exception {
        String source = FileStates.of(path("old"));

        CopyResult copied = copy();

        assertEquals(CLONED, copied.strategy());
        assertFalse("the files are copied once", Files.exists(path("snapshots")));
        assertEquals(220, copied.rows());
        assertTrue("size " + copied.bytes(), copied.bytes() > 10_000);
        assertEquals(Optional.empty(), copied.tables().get(0).digest());
        assertTrue(
                copied.tables().stream().anyMatch(table -> table.table().equals("PUBLIC.LARGE") && table.rows() == 20));
        assertEquals(source, FileStates.of(path("old")));
        assertCopied();
        CopyResult again = copy();
        assertEquals("complete already", again.strategy());
        assertEquals(copied.rows(), again.rows());
        assertEquals(copied.objects(), again.objects());
        strategy = Strategy.CLONE;
        assertEquals("complete already", copy().strategy());
    }

    @Test
    public void givesTheDatabaseAnotherName() throws Exception {
        staging = spec("STAGING", "new/OTHER.NAME").build();
        assertEquals(CLONED, copy().strategy());
        assertCopied();
    }

    /** As if it had been made by the staging user, whose database then has the old one's users too. */
    @Test
    public void letsTheStagingUserIn() throws Exception {
        staging = spec("STAGING", "new/repository/DB")
                .user("staging \"user", "it's \\ n€w")
                .build();
        assertEquals(CLONED, copy().strategy());
        assertTrue(compare().equal());
        copier.apply(staging, Collections.singletonList("CREATE USER ANOTHER PASSWORD 'x'"));
        assertTrue(H2.of(version).letsIn(path("new/repository/DB"), "MONITOR", "other"));
        assertTrue(H2.of(version).letsIn(path("new/repository/DB"), H2.USER, H2.PASSWORD));
    }

    @Test
    public void givesTheStagingUserItsOwnPassword() throws Exception {
        staging = spec("STAGING", "new/repository/DB").user(H2.USER, "another").build();
        assertEquals(CLONED, copy().strategy());
        assertTrue(compare().equal());
        DatabaseSpec former = spec("FORMER", "new/repository/DB").build();
        assertEquals(
                DbError.DB_CONNECT,
                assertThrows(DbCopyException.class, () -> copier.inspect(former))
                        .error());
    }

    @Test
    public void clonesEncryptedFilesWithTheSamePassword() throws Exception {
        Path file = path("old/repository/SECRET");
        H2.of(version).with(file, ";CIPHER=AES", connection -> H2.execute(connection, "CREATE TABLE T(X INT)"));
        old = encrypted("old/repository/SECRET", "file " + H2.PASSWORD)
                .snapshots(path("snapshots"))
                .build();
        staging = encrypted("new/repository/SECRET", "other " + H2.PASSWORD).build();
        refuses("the passwords of the encrypted files differ");
        staging = spec("STAGING", "new/repository/SECRET").build();
        refuses("the URLs have different settings CIPHER");
        staging = encrypted("new/repository/SECRET", "file another").build();
        assertEquals(CLONED, copy().strategy());
        assertTrue(compare().equal());
    }

    @Test
    public void refusesToCloneForAnotherVersion() throws Exception {
        staging = spec("STAGING", "new/repository/DB")
                .drivers(Collections.singletonList(H2.jar(version.equals("1.3.175") ? "1.4.199" : "1.3.175")))
                .build();
        refuses("the staging database's H2 is of another version");
    }

    @Test
    public void refusesToCloneFilesOfTwoFormats() throws Exception {
        for (String ending : new String[] {".h2.db", ".mv.db"}) {
            Path other = path("old/repository/DB" + ending);
            if (!Files.exists(other)) {
                Files.write(other, new byte[100_000]);
            }
        }
        refuses("files of two formats");
    }

    @Test
    public void refusesToCloneToAPlaceThatIsTaken() throws Exception {
        sql(staging);
        refuses("the staging database's place is taken: DB.");
    }

    @Test
    public void saysWhyItWasStreamed() throws Exception {
        sql(staging);
        String taken = copy().strategy();
        assertTrue(taken, taken.startsWith("stream: rows go through JDBC"));
        assertTrue(taken, taken.contains("; not cloned: the staging database's place is taken: DB."));
    }

    @Test
    public void streamsWhenAskedTo() throws Exception {
        strategy = Strategy.STREAM;
        String taken = copy().strategy();
        assertTrue(taken, taken.endsWith("; not cloned: streaming was asked for"));
    }

    @Test
    public void goesOnWithACopyThatWasBegunByStreaming() throws Exception {
        CopyRequest streaming = new CopyRequest(old, staging, UPGRADE, 1, Strategy.STREAM);
        assertThrows(
                IllegalStateException.class,
                () -> copier.copy(streaming, new Progress() {
                    @Override
                    public void expect(long rows) {
                        // nobody listens
                    }

                    @Override
                    public void moved(long rows, long bytes) {
                        throw new IllegalStateException("enough");
                    }
                }));
        refuses("an earlier run began to stream it");
        strategy = Strategy.AUTO;
        assertTrue(copy().resumed());
        assertCopied();
    }

    /** An old database that is itself the result of an upgrade has a marker table of its own. */
    @Test
    public void makesItsOwnTheMarkerTableThatCameAlong() throws Exception {
        copy();
        sql(staging, "UPDATE CARBON_UPGRADE SET NOTE = 'PROMOTED' WHERE MARK = 'PHASE'");
        DatabaseSpec first =
                spec("FIRST", "new/repository/DB").snapshots(path("snapshots")).build();
        staging = spec("STAGING", "newer/DB").build();
        assertEquals(
                CLONED,
                copier.copy(new CopyRequest(first, staging, "upgrade-2", 1), Progress.NONE)
                        .strategy());
        assertEquals("COPIED", value(staging, "SELECT NOTE FROM CARBON_UPGRADE WHERE MARK = 'PHASE'"));
        assertEquals("upgrade-2", value(staging, "SELECT NOTE FROM CARBON_UPGRADE WHERE MARK = 'UPGRADE'"));
    }

    @Test
    public void findsAFileThatDoesNotHoldWhatWasCopied() throws Exception {
        copy();
        sql(old, "UPDATE LARGE SET B = NULL WHERE ID = 1");
        assertEquals(
                DbError.DB_SOURCE_CHANGED,
                assertThrows(DbCopyException.class, this::copy).error());
        assertFalse(compare().equal());
    }

    private DatabaseSpec.Builder encrypted(String file, String password) {
        return spec("ENCRYPTED", "").url("jdbc:h2:./" + file + ";CIPHER=AES").user(H2.USER, password);
    }

    /** A clone is refused for this reason, with both places as they were. */
    private void refuses(String reason) throws Exception {
        strategy = Strategy.CLONE;
        String source = FileStates.of(path("old"));
        String target = FileStates.of(path("new"));
        DbCopyException refusal = assertThrows(DbCopyException.class, this::copy);
        assertEquals(refusal.toString(), DbError.DB_CLONE, refusal.error());
        assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
        assertFalse(refusal.getMessage(), refusal.getMessage().contains(H2.PASSWORD));
        assertEquals(source, FileStates.of(path("old")));
        assertEquals(target, FileStates.of(path("new")));
        strategy = Strategy.AUTO;
    }

    private void assertCopied() throws Exception {
        assertTrue(compare().equal());
        assertEquals(expected, dump(staging));
        assertEquals("COPIED", value(staging, "SELECT NOTE FROM CARBON_UPGRADE WHERE MARK = 'PHASE'"));
    }
}
