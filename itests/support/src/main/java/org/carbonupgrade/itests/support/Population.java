package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.carbonupgrade.itests.population.Inspection;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.PopulationFiles;

/**
 * Has a home's own server fill itself, or look at what became of everything: {@code Population.of(home).populate(1)}, {@code
 * Population.of(newHome).inspect(manifest)}. The server is started for it and stopped again.
 */
public final class Population {

    private static final String BUNDLE = "org/carbonupgrade/itests/population/internal/PopulationComponent.class";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Home home;
    private final PopulationFiles files;

    private Population(Home home) {
        this.home = home;
        this.files = PopulationFiles.of(home.path());
    }

    public static Population of(Home home) {
        return new Population(home);
    }

    /**
     * Makes user stores, tenants, users, registry content and artifacts in a home that has none yet. The manifest stays in the home.
     *
     * @param seed the same one gives the same content
     */
    public Manifest populate(long seed) {
        try {
            run("populate " + seed);
            return Manifest.read(files.manifest());
        } catch (IOException e) {
            throw new HarnessException("cannot populate " + home, e);
        }
    }

    /** Looks for everything that was made once, in this home or the one it was upgraded from. */
    public Inspection inspect(Manifest manifest) {
        try {
            Files.createDirectories(files.directory());
            Files.deleteIfExists(files.inspection());
            manifest.write(files.manifest());
            run("inspect");
            return Inspection.read(files.inspection());
        } catch (IOException e) {
            throw new HarnessException("cannot inspect " + home, e);
        }
    }

    private void run(String mode) throws IOException {
        Bundle bundle = Bundle.onClassPathWith(BUNDLE);
        Path installed = home.dropins().resolve(bundle.fileName());
        Files.createDirectories(files.directory());
        Files.deleteIfExists(files.done());
        Files.deleteIfExists(files.failed());
        Files.write(files.mode(), mode.getBytes(StandardCharsets.UTF_8));
        Files.copy(bundle.jar(), installed, StandardCopyOption.REPLACE_EXISTING);
        try (CarbonServer server = CarbonServer.start(home)) {
            if (server.awaitFile(PATIENCE, files.done(), files.failed()).equals(files.failed())) {
                throw new HarnessException(
                        "\"" + mode + "\" failed in " + home + ":\n" + Files.readString(files.failed()));
            }
        } finally {
            Files.delete(installed);
            Files.delete(files.mode());
        }
    }
}
