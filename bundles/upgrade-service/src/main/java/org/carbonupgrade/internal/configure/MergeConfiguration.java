package org.carbonupgrade.internal.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.carbonupgrade.internal.merge.MergeResult;
import org.carbonupgrade.internal.state.Durable;
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
        report(merged, run);
        remarks(merged, run);
        if (!merged.disputed().isEmpty()) {
            disputes(merged, run);
            return;
        }
        Map<String, byte[]> files = contents(merged);
        StagingLayer staging =
                new StagingLayer(workplace.oldHome(), workplace.databases().complete());
        staging.applyTo(files);
        IsolationLayer isolation = new IsolationLayer();
        isolation.applyTo(files, workplace.upgradeId());
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

    /** What differs from the new version's own configuration, file by file, and all of it as one diff. */
    private static void report(MergedConfiguration merged, StepRun run) {
        List<Object> changed = new ArrayList<>();
        StringBuilder diffs = new StringBuilder();
        merged.results().forEach((name, result) -> {
            if (!result.changes().isEmpty()) {
                changed.add(figures(name, result));
                // Behind a hash sign: what reads diffs passes over such lines.
                result.changes().forEach(change -> diffs.append(reason(name, change)));
                diffs.append(result.diff());
            }
        });
        Path diff = run.workplace().state().reports().resolve("configuration.diff");
        Durable.write(diff, diffs.toString());
        run.figure("files", merged.results().size());
        run.figure("files changed", changed.size());
        run.figure("diff", diff.toString());
        if (!changed.isEmpty()) {
            run.figure("changes", changed);
        }
    }

    /** What was not done, although the customer or the operator may think that it was. */
    private static void remarks(MergedConfiguration merged, StepRun run) {
        merged.results().forEach((name, result) -> {
            for (String path : result.unusedDecisions()) {
                run.found(UpgradeError.CONFIG_TAKE_UNUSED.found(
                        Status.WARN,
                        name + "#" + path,
                        "It was decided what to take here, and nothing is in dispute."));
            }
            List<Change> left = result.changes().stream()
                    .filter(change -> change.kind() == ChangeKind.NOT_CARRIED)
                    .collect(Collectors.toList());
            if (name.equals(ConfigurationFiles.SCRIPT) && !left.isEmpty()) {
                run.found(UpgradeError.CONFIG_SCRIPT.found(
                        Status.WARN,
                        name,
                        "The old home's start script differs in more than options for the JVM (" + left.size()
                                + " lines, which are not carried): "
                                + shown(left.get(0).description())
                                + (left.size() == 1 ? "" : " ...")));
            }
        });
    }

    private static String reason(String name, Change change) {
        String place = change.path().isEmpty() ? name : name + "#" + change.path();
        return "# " + shown(place + ": " + change.description() + " - " + change.reason()) + "\n";
    }

    private static Map<String, Object> figures(String name, MergeResult result) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("file", name);
        figures.put("carried", result.changes().size());
        List<Object> changes = new ArrayList<>();
        for (Change change : result.changes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("where", change.path());
            one.put("what", change.description());
            one.put("why", change.reason());
            changes.add(one);
        }
        figures.put("changes", changes);
        return figures;
    }

    private static void disputes(MergedConfiguration merged, StepRun run) {
        for (String name : merged.disputed()) {
            for (Conflict conflict : merged.results().get(name).conflicts()) {
                run.found(UpgradeError.CONFIG_CONFLICT.found(
                        Status.FAIL,
                        name + "#" + conflict.path(),
                        "Old home: " + shown(conflict.old()) + "; new version: " + shown(conflict.fresh())
                                + (conflict.base() == null
                                        ? "."
                                        : "; the old version had: " + shown(conflict.base()) + ".")));
            }
        }
        run.figure("written", "nothing, until all conflicts are decided");
    }

    private static String shown(String text) {
        return text == null ? "(nothing)" : text.trim().replaceAll("\\s+", " ");
    }
}
