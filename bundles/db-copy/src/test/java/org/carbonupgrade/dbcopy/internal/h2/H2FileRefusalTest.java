package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.junit.Assume;
import org.junit.Test;

/** Files that are not there, are in use, are damaged, or can be no database's. */
public class H2FileRefusalTest extends H2Refusing {

    @Test
    public void refusesAnOldDatabaseThatIsNotThere() throws Exception {
        old = spec("OLD", "old/repository/NONE").snapshots(path("snapshots")).build();
        refused(DbError.DB_MISSING, "NONE", this::copy);
        refused(DbError.DB_MISSING, "NONE", () -> copier.query(old, connection -> null));
        assertFalse(copier.inspect(old).exists());
    }

    @Test
    public void refusesToCompareWithStagingThatIsNotThere() throws Exception {
        refused(DbError.DB_MISSING, "new/repository/DB", this::compare);
    }

    @Test
    public void refusesAnOldDatabaseThatAnotherProcessHasOpen() throws Exception {
        Process server = HeldOpen.start(version, path("old/repository/DB"));
        try {
            // The files may change meanwhile: the process that has them open writes when it likes.
            assertCode(DbError.DB_IN_USE, "process", assertThrows(DbCopyException.class, this::copy));
            assertCode(DbError.DB_IN_USE, "process", assertThrows(DbCopyException.class, () -> copier.inspect(old)));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    public void refusesStagingThatAnotherProcessHasOpen() throws Exception {
        Process server = HeldOpen.start(version, path("new/repository/DB"));
        try {
            assertCode(DbError.DB_IN_USE, "process", assertThrows(DbCopyException.class, this::copy));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    public void refusesADatabaseThatIsOpenInThisProcess() throws Exception {
        try (Connection server = H2.of(version).open(path("old/repository/DB"), "")) {
            assertFalse(server.isClosed());
            assertCode(DbError.DB_IN_USE, "open in", assertThrows(DbCopyException.class, this::copy));
        }
    }

    @Test
    public void refusesAFileThatIsNoDatabase() throws Exception {
        byte[] garbage = new byte[50_000];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(main(old), garbage);
        refused(DbError.DB_DAMAGED, "OLD", this::copy);
        refused(DbError.DB_DAMAGED, "OLD", () -> copier.inspect(old));
    }

    @Test
    public void refusesAFileThatHasLostItsContent() throws Exception {
        Files.write(main(old), new byte[0]);
        refused(DbError.DB_DAMAGED, "OLD", this::copy);
        refused(DbError.DB_DAMAGED, "OLD", () -> copier.inspect(old));
    }

    @Test
    public void refusesAPlaceForStagingThatIsNone() throws Exception {
        Files.createDirectories(path("new"));
        Files.write(path("new/repository"), new byte[0]);
        refused(DbError.DB_FILE, "STAGING", this::copy);
    }

    @Test
    public void refusesAPlaceForSnapshotsThatIsNone() throws Exception {
        Files.write(path("snapshots"), new byte[0]);
        refused(DbError.DB_FILE, "OLD", this::copy);
    }

    /** Rights do not bind the superuser. */
    @Test
    public void refusesStagingThatCannotBeWritten() throws Exception {
        sql(staging);
        Path file = main(staging);
        assertTrue(file.toFile().setWritable(false));
        Assume.assumeFalse(Files.isWritable(file));
        refused(DbError.DB_FILE, "STAGING", this::copy);
    }

    private Path main(DatabaseSpec database) {
        return copier.files(database).stream()
                .filter(file -> file.toString().matches(".*\\.(mv|h2)\\.db"))
                .findFirst()
                .get();
    }
}
