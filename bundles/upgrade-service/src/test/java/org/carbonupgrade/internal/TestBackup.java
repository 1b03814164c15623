package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.nio.file.Path;

/** The backups that lie in a directory. */
public final class TestBackup {

    private TestBackup() {}

    /** The one that is there; anything else fails. */
    public static Path only(Path directory) {
        File[] found = directory.toFile().listFiles();
        assertEquals(1, found.length);
        return found[0].toPath();
    }
}
