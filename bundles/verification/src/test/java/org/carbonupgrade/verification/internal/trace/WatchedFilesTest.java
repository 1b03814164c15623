package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.verification.internal.files.Places;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WatchedFilesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path home;
    private Places places;

    @Before
    public void setUp() throws Exception {
        home = folder.getRoot().toPath();
        places = new Places(home);
        Files.createDirectories(home.resolve("repository/tenants/1"));
    }

    @Test
    public void namesWhatWasLeftAndWhatIsGone() throws Exception {
        WatchedFiles before = WatchedFiles.read(places);
        Files.createDirectories(home.resolve("repository/deployment/server/userstores"));
        Files.createFile(home.resolve("repository/deployment/server/userstores/VF.xml"));
        Files.createDirectories(home.resolve("repository/tenants/2"));
        Files.delete(home.resolve("repository/tenants/1"));

        assertEquals(
                "[repository/deployment/server/userstores was not there before,"
                        + " repository/deployment/server/userstores/VF.xml was not there before,"
                        + " repository/tenants/1 is not there any more,"
                        + " repository/tenants/2 was not there before]",
                before.changesTo(WatchedFiles.read(places)).toString());
    }

    @Test
    public void otherFilesDoNotMatter() throws Exception {
        WatchedFiles before = WatchedFiles.read(places);
        Files.createDirectories(home.resolve("repository/logs"));

        assertTrue(before.changesTo(WatchedFiles.read(places)).isEmpty());
    }
}
