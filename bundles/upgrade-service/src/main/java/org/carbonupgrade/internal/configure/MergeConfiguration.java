package org.carbonupgrade.internal.configure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.ChangeKind;
import org.carbonupgrade.internal.merge.Conflict;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Merges the customer's changes into the new version's configuration, lets its data sources lead to staging, and isolates it from
 * production. While anything is in dispute nothing is written.
 */
public final class MergeConfiguration implements Step {

    /** The option that decides conflicts. */
    private static final String TAKE = "take";

    /** The option that only shows. */
    private static final String DRY_RUN = "dry-run";

    @Override
    public StepName name() {
        return StepName.CONFIGURE;
    }

    @Override
    public void run(StepRun run) {
        Workplace workplace = run.workplace();
        OperatorDecisions decisions = new OperatorDecisions(workplace);
        decisions.take(run.options().values(TAKE));
        ShippedConfiguration shipped = ShippedConfiguration.of(workplace.newHome(), workplace.state());
        MergedConfiguration merged = merge(workplace, shipped, decisions);
        ConfigurationReport report = new ConfigurationReport(run);
        report.merged(merged);
        remarks(merged, run);
        ConfigurationFiles.special(workplace.oldHome().path())
                .forEach(file -> run.found(UpgradeError.CONFIG_SPECIAL.found(
                        Status.WARN, file, "It is no file, or a link that leads to none, and is not carried over.")));
        if (!merged.disputed().isEmpty()) {
            disputes(merged, run);
            return;
        }
        Map<String, byte[]> files = contents(merged);
        if (!new TakenWhole(shipped, run).examine(files)) {
            return;
        }
        report.apply(new StoreLayer(workplace, decisions, run::found), files);
        StagingLayer staging =
                new StagingLayer(workplace.oldHome(), workplace.databases().complete());
        report.apply(staging, files);
        IsolationLayer isolation = new IsolationLayer(workplace.upgradeId());
        report.apply(isolation, files);
        new OldDatabaseGuard(workplace).examine(files);
        ReachingOut.report(files, run::found);
        run.figure("data sources on staging", staging.rewritten());
        run.figure("settings isolated", isolation.isolated().size());
        isolation.isolated().forEach(setting -> run.found(setting.finding()));
        if (run.options().has(DRY_RUN)) {
            run.found(UpgradeError.CONFIG_DRY_RUN.found(
                    Status.COULD_NOT_RUN,
                    workplace.newHome().conf().toString(),
                    "Nothing was written: this was a dry run."));
        } else {
            new ConfigurationWriter(workplace, shipped, run::found).write(files, isolation.isolated());
        }
    }

    private static MergedConfiguration merge(
            Workplace workplace, ShippedConfiguration shipped, OperatorDecisions decisions) {
        Path vanilla = workplace.plan().vanilla().orElse(null);
        try (VanillaHome opened = vanilla == null ? null : VanillaHome.open(vanilla)) {
            return MergedConfiguration.of(workplace.oldHome().path(), shipped.home(), opened, decisions);
        }
    }

    private static Map<String, byte[]> contents(MergedConfiguration merged) {
        Map<String, byte[]> files = new TreeMap<>();
        merged.results().forEach((name, result) -> files.put(name, result.content()));
        return files;
    }

    /** What was not done, although the customer or the operator may think that it was. */
    private static void remarks(MergedConfiguration merged, StepRun run) {
        merged.results().forEach((name, result) -> {
            for (String path : result.unusedDecisions()) {
                if (StoreLayer.asksAbout(name, path)) {
                    continue;
                }
                run.found(UpgradeError.CONFIG_TAKE_UNUSED.found(
                        Status.WARN,
                        name + "#" + path,
                        "It was decided what to take here, and nothing is in dispute."));
            }
            List<Change> left = result.changes().stream()
                    .filter(change -> change.kind() == ChangeKind.NOT_CARRIED)
                    .collect(Collectors.toList());
            if (ConfigurationFiles.SCRIPTS.contains(name) && !left.isEmpty()) {
                run.found(UpgradeError.CONFIG_SCRIPT.found(
                        Status.WARN,
                        name,
                        "The old home's start script differs in more than options for the JVM (" + left.size()
                                + " lines, which are not carried): "
                                + ConfigurationReport.oneLine(left.get(0).description())
                                + (left.size() == 1 ? "" : " ...")));
            }
        });
    }

    private static void disputes(MergedConfiguration merged, StepRun run) {
        for (String name : merged.disputed()) {
            for (Conflict conflict : merged.results().get(name).conflicts()) {
                run.found(UpgradeError.CONFIG_CONFLICT.found(
                        Status.FAIL,
                        name + "#" + conflict.path(),
                        "Old home: " + ConfigurationReport.oneLine(conflict.old()) + "; new version: "
                                + ConfigurationReport.oneLine(conflict.fresh())
                                + (conflict.base() == null
                                        ? "."
                                        : "; the old version had: " + ConfigurationReport.oneLine(conflict.base())
                                                + ".")));
            }
        }
        run.figure("written", "nothing, until all conflicts are decided");
    }
}
