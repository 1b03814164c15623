package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Path;

/** Hears of every file that was copied and found equal; called by several threads. */
interface ProvenFiles {

    /**
     * A file has its name and its content.
     *
     * @param sha256 of what was read back
     */
    void add(Path file, String sha256) throws IOException;
}
