package org.carbonupgrade.internal.artifacts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.configure.VanillaHome;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

/** Carries what was deployed and added to the old home over to the new one. */
public final class CarryArtifacts implements Step {

    @Override
    public StepName name() {
        return StepName.ARTIFACTS;
    }

    @Override
    public void run(StepRun run) {
        Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
        long bytes = 0;
        try (VanillaHome vanilla = vanilla(run).orElse(null)) {
            Decider decider = new Decider(vanilla);
            UserStoreLayer userStores =
                    new UserStoreLayer(run.workplace().databases().complete());
            for (Carried tree : Carried.ALL) {
                TreeCarrier carrier = new TreeCarrier(tree, decider, userStores, run);
                carrier.carry();
                carrier.decisions().forEach((decision, files) -> decisions.merge(decision, files, Long::sum));
                bytes += carrier.bytes();
            }
        }
        run.figure(
                "files", decisions.values().stream().mapToLong(Long::longValue).sum());
        run.figure("bytes", bytes);
        decisions.forEach((decision, files) -> run.figure(label(decision), files));
    }

    private static String label(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<VanillaHome> vanilla(StepRun run) {
        return run.workplace().plan().vanilla().map(VanillaHome::open);
    }
}
