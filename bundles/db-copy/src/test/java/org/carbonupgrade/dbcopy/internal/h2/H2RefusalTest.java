package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.Progress;
import org.junit.Assume;
import org.junit.Test;

/** What a staging database may not hold, and how databases may not be described. */
public class H2RefusalTest extends H2Refusing {

    @Test
    public void refusesStagingThatHoldsATable() throws Exception {
        sql(staging, "CREATE TABLE USED(X INT)");
        refused(DbError.DB_NOT_EMPTY, "USED", this::copy);
    }

    @Test
    public void refusesStagingThatHoldsNothingButASequence() throws Exception {
        sql(staging, "CREATE SEQUENCE SQ");
        refused(DbError.DB_NOT_EMPTY, "SQ", this::copy);
    }

    @Test
    public void refusesATableThatIsCalledLikeTheMarkerTableAndIsNot() throws Exception {
        sql(staging, "CREATE TABLE CARBON_UPGRADE(X INT)");
        refused(DbError.DB_NOT_EMPTY, "CARBON_UPGRADE", this::copy);
    }

    @Test
    public void refusesStagingOfAnotherUpgrade() throws Exception {
        copy();
        CopyRequest another = new CopyRequest(old, staging, "upgrade-2", 1, strategy);
        refused(DbError.DB_FOREIGN_COPY, UPGRADE, () -> copier.copy(another, Progress.NONE));
    }

    @Test
    public void refusesStagingThatIsACopyOfAnotherDatabase() throws Exception {
        copy();
        old = spec("OLD", "old/repository/OTHER").snapshots(path("snapshots")).build();
        sql(old, "CREATE TABLE T(ID INT)");
        refused(DbError.DB_FOREIGN_COPY, "old/repository/DB", this::copy);
    }

    @Test
    public void refusesADatabaseThatIsInProduction() throws Exception {
        copy();
        sql(staging, "UPDATE CARBON_UPGRADE SET NOTE = 'PROMOTED' WHERE MARK = 'PHASE'");
        refused(DbError.DB_PROMOTED, "production", this::copy);
    }

    @Test
    public void refusesWhenTheOldDatabaseHasChangedSinceItWasCopied() throws Exception {
        copy();
        sql(old, "UPDATE T SET V = 'x' WHERE ID = 7");
        refused(DbError.DB_SOURCE_CHANGED, "changed", this::copy);
    }

    @Test
    public void refusesAnotherUrlOfTheOldDatabase() throws Exception {
        Path link = Files.createSymbolicLink(path("link"), path("old"));
        Path other = Files.createDirectories(path("other"));
        for (Path file : copier.files(old)) {
            Files.createSymbolicLink(other.resolve(file.getFileName().toString().replace("DB.", "LINKED.")), file);
        }
        for (String url : Arrays.asList(
                old.url(),
                "jdbc:h2:old/repository/../repository/DB",
                "jdbc:h2:file:" + path("old/repository/DB") + ";MVCC=TRUE",
                "jdbc:h2:" + link + "/repository/DB",
                "jdbc:h2:" + other + "/LINKED")) {
            staging = spec("STAGING", "").url(url).build();
            refused(DbError.DB_SAME, "same", this::copy);
            refused(DbError.DB_SAME, "same", this::compare);
        }
    }

    @Test
    public void refusesAWrongPasswordOfTheOldDatabase() throws Exception {
        old = spec("OLD", "old/repository/DB")
                .snapshots(path("snapshots"))
                .user(H2.USER, WRONG)
                .build();
        refused(DbError.DB_CONNECT, "password", this::copy);
        refused(DbError.DB_CONNECT, "password", () -> copier.inspect(old));
    }

    @Test
    public void refusesAWrongPasswordOfStaging() throws Exception {
        sql(staging);
        staging = spec("STAGING", "new/repository/DB").user(H2.USER, WRONG).build();
        refused(DbError.DB_CONNECT, "password", this::copy);
        staging = spec("STAGING", "")
                .url("jdbc:h2:./new/repository/DB;USER=" + H2.USER + ";PASSWORD=" + WRONG)
                .user(null, null)
                .build();
        refused(DbError.DB_CONNECT, "password", this::copy);
    }

    @Test
    public void refusesDatabasesOfOtherTypesAndInOtherPlaces() throws Exception {
        for (String url : Arrays.asList(
                "jdbc:derby://carbon:" + H2.PASSWORD + "@db/carbon",
                "jdbc:h2:tcp://localhost/~/DB;PASSWORD=" + H2.PASSWORD,
                "jdbc:h2:mem:DB",
                "jdbc:h2:zip:/a.zip!/DB",
                H2.PASSWORD)) {
            DatabaseSpec strange = spec("STRANGE", "").url(url).build();
            refused(DbError.DB_UNSUPPORTED, "supported", () -> copier.inspect(strange));
            staging = strange;
            refused(DbError.DB_UNSUPPORTED, "supported", this::copy);
        }
    }

    @Test
    public void refusesUrlsThatNameNoFile() throws Exception {
        for (String url : Arrays.asList("jdbc:h2:", "jdbc:h2:;PASSWORD=" + H2.PASSWORD, "jdbc:h2:a\0b")) {
            staging = spec("STAGING", "").url(url).build();
            refused(DbError.DB_URL, "URL", this::copy);
        }
    }

    @Test
    public void refusesAFolderThatAUrlOfH2CannotName() throws Exception {
        staging = spec("STAGING", "DB").directory(path("semi;colon")).build();
        refused(DbError.DB_URL, "semicolon", this::copy);
    }

    @Test
    public void refusesWithoutADriver() throws Exception {
        DatabaseSpec.Builder staged = spec("STAGING", "new/repository/DB");
        staging = staged.drivers(Collections.singletonList(Files.createDirectories(path("empty"))))
                .build();
        refused(DbError.DB_DRIVER_MISSING, "empty", this::copy);
        staging = staged.drivers(Collections.emptyList()).build();
        refused(DbError.DB_DRIVER_MISSING, "org.h2.Driver", this::copy);
        staging = staged.driverClass("java.lang.String").build();
        refused(DbError.DB_DRIVER_MISSING, "java.lang.String", this::copy);
    }

    @Test
    public void refusesADriverThatIsTooNew() throws Exception {
        staging = spec("STAGING", "new/repository/DB")
                .drivers(Collections.emptyList())
                .driverClass(DriverOfTomorrow.class.getName())
                .build();
        refused(DbError.DB_UNSUPPORTED, "H2 2", this::copy);
    }

    @Test
    public void refusesStagingOfAnOlderVersion() throws Exception {
        Assume.assumeFalse(version.equals("1.2.140"));
        staging = spec("STAGING", "new/repository/DB")
                .drivers(Collections.singletonList(H2.jar("1.2.140")))
                .build();
        refused(DbError.DB_TYPES_DIFFER, "older H2 1.2.140", this::copy);
    }

    @Test
    public void saysWhichStatementFailed() throws Exception {
        sql(staging, "CREATE TABLE T(ID INT)");
        List<String> statements = Collections.singletonList("DROP TABLE NONE /* " + H2.PASSWORD + " */");
        assertCode(
                DbError.DB_SQL, "NONE", assertThrows(DbCopyException.class, () -> copier.apply(staging, statements)));
        refused(DbError.DB_SQL, "NONE", () -> {
            copier.query(staging, connection -> H2.column(connection, "SELECT * FROM NONE"));
        });
    }

    @Test
    public void stopsWhenItIsInterruptedAndContinues() throws Exception {
        DbCopyException stopped = assertThrows(DbCopyException.class, () -> {
            Thread.currentThread().interrupt();
            copy();
        });
        assertTrue("the interrupt is kept", Thread.interrupted());
        assertCode(DbError.DB_INTERRUPTED, "interrupted", stopped);
        copy();
        assertTrue(compare().equal());
    }

    @Test
    public void refusesAScriptThatIsNotThereOrFails() throws Exception {
        refused(DbError.DB_SCRIPT, "cannot be read", () -> copier.compareWithScript(old, path("none.sql")));
        Path script = Files.write(path("bad.sql"), "CREATE TABEL T;".getBytes(StandardCharsets.UTF_8));
        refused(DbError.DB_SCRIPT, "fails", () -> copier.compareWithScript(old, script));
    }
}
