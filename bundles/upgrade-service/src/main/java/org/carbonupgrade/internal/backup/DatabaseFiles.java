package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/** The files of embedded databases that lie outside the old home: its archive would not have them. */
final class DatabaseFiles {

    private DatabaseFiles() {}

    static void addOutside(Workplace workplace, HomeArchive archive) throws IOException {
        for (DatabasePair pair : workplace.databases().complete()) {
            for (Path file : workplace.copier().files(pair.old())) {
                if (!file.toRealPath().startsWith(workplace.oldHome().path())) {
                    archive.addTree(file, RawName.of("databases/" + pair.name() + "/") + RawName.last(file));
                }
            }
        }
    }
}
