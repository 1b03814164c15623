package org.carbonupgrade.itests.population;

import java.nio.file.Path;

/** The files below a home by which the bundle is told what to do and answers. */
public final class PopulationFiles {

    private final Path directory;

    private PopulationFiles(Path directory) {
        this.directory = directory;
    }

    public static PopulationFiles of(Path home) {
        return new PopulationFiles(home.resolve("repository").resolve("population"));
    }

    public Path directory() {
        return directory;
    }

    /** What to do: {@code populate} with an optional seed behind it, or {@code inspect}. Without it the bundle does nothing. */
    public Path mode() {
        return directory.resolve("mode");
    }

    /** Written by populate, read by inspect. */
    public Path manifest() {
        return directory.resolve("manifest.json");
    }

    /** Written by inspect. */
    public Path inspection() {
        return directory.resolve("inspection.json");
    }

    /** Appears when all is written. */
    public Path done() {
        return directory.resolve("done");
    }

    /** Appears instead, with a stack trace, when the work could not be done. */
    public Path failed() {
        return directory.resolve("failed");
    }
}
