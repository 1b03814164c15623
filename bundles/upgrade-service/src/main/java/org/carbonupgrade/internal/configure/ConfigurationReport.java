package org.carbonupgrade.internal.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.internal.merge.Change;
import org.carbonupgrade.internal.merge.ShownDiff;
import org.carbonupgrade.internal.state.Durable;
import org.carbonupgrade.internal.step.StepRun;

/**
 * What becomes of the new version's configuration, change by change with the reason of each: in the step's report, and as one diff
 * in which each layer is by itself.
 */
final class ConfigurationReport {

    private static final String MERGED = "merged";

    private final StepRun run;
    private final List<Object> changed = new ArrayList<>();
    private final StringBuilder diffs = new StringBuilder();
    private String now = MERGED;

    ConfigurationReport(StepRun run) {
        this.run = run;
    }

    /** What differs from the new version's own configuration. */
    void merged(MergedConfiguration merged) {
        merged.results().forEach((name, result) -> add(MERGED, name, result.changes(), result.diff()));
        run.figure("files", merged.results().size());
        run.figure("files changed", changed.size());
        write();
    }

    /** Applies a layer, and shows what it changes in what was before. */
    void apply(Layer layer, Map<String, byte[]> files) {
        Map<String, byte[]> before = new HashMap<>(files);
        layer.applyTo(files);
        layer.changes().forEach((name, changes) -> {
            byte[] was = before.get(name);
            byte[] is = files.get(name);
            if (!Arrays.equals(was, is)) {
                add(layer.name(), name, changes, ShownDiff.of(name, now, was, layer.name(), is));
            }
        });
        if (!layer.changes().isEmpty()) {
            now = layer.name();
        }
        write();
    }

    private void add(String layer, String name, List<Change> changes, String diff) {
        if (changes.isEmpty()) {
            return;
        }
        changed.add(figures(layer, name, changes));
        // Behind a hash sign: what reads diffs passes over such lines.
        changes.forEach(change -> diffs.append(reason(name, change)));
        diffs.append(diff);
    }

    private void write() {
        Path diff = run.workplace().state().reports().resolve("configuration.diff");
        Durable.write(diff, diffs.toString());
        run.figure("diff", diff.toString());
        if (!changed.isEmpty()) {
            run.figure("changes", changed);
        }
    }

    private static String reason(String name, Change change) {
        String place = change.path().isEmpty() ? name : name + "#" + change.path();
        return "# " + oneLine(place + ": " + change.description() + " - " + change.reason()) + "\n";
    }

    private static Map<String, Object> figures(String layer, String name, List<Change> all) {
        List<Object> changes = new ArrayList<>();
        for (Change change : all) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("where", change.path());
            one.put("what", change.description());
            one.put("why", change.reason());
            changes.add(one);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("file", name);
        figures.put("layer", layer);
        figures.put("carried", all.size());
        figures.put("changes", changes);
        return figures;
    }

    /** For messages: white space is one blank. */
    static String oneLine(String text) {
        return text == null ? "(nothing)" : text.trim().replaceAll("\\s+", " ");
    }
}
