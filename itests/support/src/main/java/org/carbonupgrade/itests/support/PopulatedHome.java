package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.Path;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.PopulationFiles;

/** An {@link OldHome} that its own server has filled; the server is stopped. */
public final class PopulatedHome extends OldHome {

    private final Manifest manifest;

    private PopulatedHome(Path path, OldDatabases databases) {
        super(path, databases);
        try {
            manifest = Manifest.read(PopulationFiles.of(path()).manifest());
        } catch (IOException e) {
            throw new HarnessException("cannot read what was made in " + path, e);
        }
    }

    /**
     * A home whose databases are embedded.
     *
     * @throws HarnessException if there is no populated home
     */
    public static PopulatedHome at(Path path) {
        return at(path, OldDatabases.EMBEDDED);
    }

    static PopulatedHome at(Path path, OldDatabases databases) {
        return new PopulatedHome(path, databases);
    }

    /** Everything that was made. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Makes a copy for a test that changes it, which is quicker than populating another one.
     *
     * @param directory the copy's home; not there yet
     */
    public PopulatedHome copyTo(Path directory) {
        try {
            Trees.copy(path(), directory);
        } catch (IOException e) {
            throw new HarnessException("cannot copy " + this + " to " + directory, e);
        }
        return at(directory);
    }
}
