package org.carbonupgrade.internal.check;

import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.configure.VanillaHome;
import org.carbonupgrade.internal.step.Workplace;

/** The old version as downloaded is at hand: without it nobody can tell a customer's change from a default. */
final class VanillaPack implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        if (!workplace.plan().vanilla().isPresent()) {
            found.accept(UpgradeError.VANILLA_PACK.found(
                    Status.WARN, workplace.plan().file().toString(), "The plan names no old.vanilla."));
            return;
        }
        try (VanillaHome vanilla = VanillaHome.open(workplace.plan().vanilla().get())) {
            found.accept(UpgradeError.VANILLA_PACK.found(
                    Status.OK, vanilla.toString(), "The old version as downloaded is at hand."));
        }
    }
}
