package org.carbonupgrade.internal.artifacts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.configure.ShippedConfiguration;
import org.carbonupgrade.internal.configure.VanillaHome;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.plan.Plan;
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
        Plan plan = run.workplace().plan();
        Patterns patterns = new Patterns(plan.excludedArtifacts(), plan.includedArtifacts());
        try (VanillaHome vanilla = vanilla(run).orElse(null);
                Copies copies = new Copies(run::found)) {
            StoreSettings stores = StoreSettings.of(
                    run.workplace().oldHome().path(), run.workplace().oldHome());
            Decider decider = new Decider(vanilla, stores);
            TrustStores trustStores = new TrustStores(stores, shipped(run), vanilla);
            UserStoreLayer userStores =
                    new UserStoreLayer(run.workplace().databases().complete());
            for (Carried tree : trees(patterns)) {
                TreeCarrier carrier = new TreeCarrier(tree, patterns, decider, userStores, trustStores, copies, run);
                carrier.carry();
                carrier.decisions().forEach((decision, files) -> decisions.merge(decision, files, Long::sum));
                bytes += carrier.bytes();
            }
        }
        run.figure(
                "files", decisions.values().stream().mapToLong(Long::longValue).sum());
        run.figure("bytes", bytes);
        if (patterns.leftOut() > 0) {
            run.figure("left out", patterns.leftOut());
        }
        patterns.unmet()
                .forEach(pattern -> run.found(UpgradeError.ARTIFACT_PATTERN.found(
                        Status.WARN, plan.file().toString(), "The pattern " + pattern + " matches nothing.")));
        decisions.forEach((decision, files) -> run.figure(label(decision), files));
    }

    private static List<Carried> trees(Patterns patterns) {
        List<Carried> trees = new ArrayList<>(Carried.ALL);
        if (patterns.includeAnything()) {
            trees.add(Carried.HOME);
        }
        return trees;
    }

    private static String label(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How the new version's own stores are opened: the configuration that was merged has the customer's passwords. */
    private static StoreSettings shipped(StepRun run) {
        Path kept = ShippedConfiguration.place(run.workplace().state());
        CarbonHome home = run.workplace().newHome();
        return StoreSettings.of(Files.isDirectory(kept) ? kept : home.path(), home);
    }

    private static Optional<VanillaHome> vanilla(StepRun run) {
        return run.workplace().plan().vanilla().map(VanillaHome::open);
    }
}
