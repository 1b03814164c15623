package org.carbonupgrade.verification.internal.files;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TreesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void deletesALinkAndNotWhatItLeadsTo() throws Exception {
        Path precious = folder.newFile("precious").toPath();
        Path tenant = folder.newFolder("tenant", "userstores").toPath().getParent();
        Files.createSymbolicLink(tenant.resolve("link"), precious);
        Files.createSymbolicLink(tenant.resolve("up"), folder.getRoot().toPath());

        Trees.delete(tenant);

        assertFalse(Files.exists(tenant));
        assertTrue(Files.exists(precious));
    }

    @Test
    public void whatIsNotThereIsNoObstacle() throws Exception {
        Path nothing = folder.getRoot().toPath().resolve("nothing");
        Trees.delete(nothing);
        Trees.deleteIfEmpty(nothing);

        assertFalse(Files.exists(nothing));
    }

    @Test
    public void aDirectoryWithSomethingInItStays() throws Exception {
        Path full = folder.newFolder("full", "x").toPath().getParent();
        Trees.deleteIfEmpty(full);
        assertTrue(Files.exists(full));

        Trees.deleteIfEmpty(full.resolve("x"));
        assertFalse(Files.exists(full.resolve("x")));
    }
}
