package org.carbonupgrade.internal.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.state.StateDirectory;

/**
 * The new home's configuration as it was before the upgrade touched it: one side of every merge, however often the step is run.
 * Kept aside as a whole before the first file is written.
 */
public final class ShippedConfiguration {

    private final Path home;

    private ShippedConfiguration(Path home) {
        this.home = home;
    }

    /** The copy made by an earlier run, or one made now: complete or not there. */
    static ShippedConfiguration of(CarbonHome newHome, StateDirectory state) {
        Path kept = place(state);
        Path beside = state.aside().resolve("as-shipped.part");
        try {
            if (!Files.exists(kept)) {
                FileUtils.deleteDirectory(beside.toFile());
                Files.createDirectories(beside);
                ConfigurationFiles.copy(newHome.path(), beside);
                Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return new ShippedConfiguration(kept);
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(kept.toString(), "The configuration cannot be kept aside: " + e, e);
        }
    }

    /** Where it is kept, as a home with nothing but the configuration. */
    public static Path place(StateDirectory state) {
        return state.aside().resolve("as-shipped");
    }

    /** As a home, of which it has only the configuration. */
    Path home() {
        return home;
    }
}
