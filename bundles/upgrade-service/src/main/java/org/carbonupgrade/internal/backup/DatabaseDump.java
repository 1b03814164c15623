package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.carbonupgrade.UpgradeListener;

/** A way to write all of one database into a file. */
interface DatabaseDump {

    /** What the file's name ends with. */
    String ending();

    /**
     * Writes the file.
     *
     * @return how it was made, for people
     * @throws org.carbonupgrade.UpgradeException if it can't be made
     */
    String write(Path file, UpgradeListener listener) throws IOException;
}
