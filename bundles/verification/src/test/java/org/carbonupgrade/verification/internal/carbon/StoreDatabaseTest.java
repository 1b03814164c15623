package org.carbonupgrade.verification.internal.carbon;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StoreDatabaseTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory;
    private StoreDatabase database;
    private Path file;

    @Before
    public void setUp() throws Exception {
        Path script = folder.newFile("h2.sql").toPath();
        Files.write(script, "CREATE TABLE UM_USER (UM_ID INT);".getBytes(StandardCharsets.UTF_8));
        directory = folder.getRoot().toPath().resolve("a home & more/databases");
        database = StoreDatabase.create(directory, "VFS1", UserTablesScript.read(script));
        file = folder.getRoot().toPath().resolve("VFS1.xml");
        StoreFile.write(file, "VFS1", database);
    }

    @Test
    public void isWhatItsUserStoreSaysItIs() throws Exception {
        StoreFile store = StoreFile.read(file);
        assertEquals("VFS1", store.property(StoreFile.DOMAIN));
        assertFalse(store.isDisabled());

        try (Connection connection = DriverManager.getConnection(
                store.property("url"), store.property("userName"), store.property("password"))) {
            assertTrue(connection
                    .getMetaData()
                    .getTables(null, null, "UM_USER", null)
                    .next());
        }
    }

    @Test
    public void isGoneWithAllItsFilesEvenWhileSomebodyIsConnected() throws Exception {
        StoreDatabase found = StoreDatabase.of(StoreFile.read(file), directory).get();
        try (Connection pooled = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            found.drop();
            assertFalse(pooled.isValid(1));
        }

        assertEquals(0, directory.toFile().list().length);
    }

    @Test
    public void aDatabaseElsewhereIsNobodysToDrop() throws Exception {
        assertFalse(
                StoreDatabase.of(StoreFile.read(file), folder.getRoot().toPath().resolve("other"))
                        .isPresent());
        assertFalse(StoreDatabase.of(StoreFile.read(file), directory.resolveSibling("data"))
                .isPresent());
    }
}
