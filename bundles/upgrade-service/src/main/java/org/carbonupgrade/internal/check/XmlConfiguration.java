package org.carbonupgrade.internal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.step.Workplace;

/** Both homes read their XML configuration: with a deployment.toml a server writes it anew at every start. */
final class XmlConfiguration implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (CarbonHome home : new CarbonHome[] {workplace.oldHome(), workplace.newHome()}) {
            Path toml = home.conf().resolve("deployment.toml");
            if (Files.exists(toml)) {
                found.accept(UpgradeError.TOML_CONFIGURATION.found(
                        Status.FAIL,
                        toml.toString(),
                        "The home is configured by deployment.toml, not by its XML files."));
            }
        }
    }
}
