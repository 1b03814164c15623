package org.carbonupgrade.internal.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** The option that has what was carried looked at again, rather than carried. */
    public static final String VERIFY = "verify";

    @Override
    public StepName name() {
        return StepName.ARTIFACTS;
    }

    @Override
    public void run(StepRun run) {
        if (run.options().has(VERIFY)) {
            new CarriedCheck(run).run();
            return;
        }
        Plan plan = run.workplace().plan();
        Patterns patterns = new Patterns(plan.excludedArtifacts(), plan.includedArtifacts());
        FileCarrier files = carry(patterns, run);
        run.figure(
                "files",
                files.decisions().values().stream().mapToLong(Long::longValue).sum());
        run.figure("bytes", files.bytes());
        if (patterns.leftOut() > 0) {
            run.figure("left out", patterns.leftOut());
        }
        patterns.unmet()
                .forEach(pattern -> run.found(UpgradeError.ARTIFACT_PATTERN.found(
                        Status.WARN, plan.file().toString(), "The pattern " + pattern + " matches nothing.")));
        files.decisions().forEach((decision, number) -> run.figure(label(decision), number));
        run.figure("list", CarriedList.of(run.workplace().newHome()).toString());
    }

    private static FileCarrier carry(Patterns patterns, StepRun run) {
        CarbonHome oldHome = run.workplace().oldHome();
        try (VanillaHome vanilla = vanilla(run).orElse(null);
                CarriedList list = new CarriedList(run.workplace());
                Copies copies = new Copies(run::found, list)) {
            StoreSettings stores = StoreSettings.of(oldHome.path(), oldHome);
            UserStoreLayer userStores =
                    new UserStoreLayer(run.workplace().databases().complete());
            FileCarrier files = new FileCarrier(
                    new Decider(vanilla, stores),
                    userStores,
                    new TrustStores(stores, shipped(run), vanilla),
                    copies,
                    list,
                    run);
            for (Carried tree : trees(patterns)) {
                new TreeCarrier(tree, patterns, files, userStores, run).carry();
            }
            list.complete();
            return files;
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(
                    CarriedList.of(run.workplace().newHome()).toString(), "The file cannot be written: " + e, e);
        }
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
