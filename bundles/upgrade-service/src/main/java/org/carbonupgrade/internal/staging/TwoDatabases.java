package org.carbonupgrade.internal.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.database.PairSpecs;
import org.carbonupgrade.internal.plan.PairKey;
import org.carbonupgrade.internal.plan.PairPlan;
import org.carbonupgrade.internal.state.WorkDirectory;
import org.carbonupgrade.internal.step.StepNotes;

/** Copies or compares two databases that belong to no upgrade. The reports are those of an upgrade's steps. */
public final class TwoDatabases {

    private static final List<String> ABOUT = Arrays.asList("from", "to", "strategy");

    private final DatabaseCopier copier;
    private final PairPlan plan;
    private final UpgradeListener listener;
    private final Consumer<StepReport> written;

    /** @param written is given each report, also that of a refusal, before anybody hears of it */
    public TwoDatabases(DatabaseCopier copier, PairPlan plan, UpgradeListener listener, Consumer<StepReport> written) {
        this.copier = copier;
        this.plan = plan;
        this.listener = listener;
        this.written = written;
    }

    /**
     * Makes staging equal to old, or goes on where that was interrupted.
     *
     * @param jobs how many tables at once
     * @throws UpgradeException if it refuses
     */
    public StepReport copy(int jobs) {
        return run(StepName.COPY, (specs, notes) -> {
            CopyRequest request = new CopyRequest(specs.old(), specs.staging(), specs.copyId(), jobs, plan.strategy());
            CopyResult copied = copier.copy(request, new ListenerProgress(listener, plan.name()));
            CopyNotes all = new CopyNotes(notes);
            all.add(plan.name(), about(specs), copied);
            all.total();
        });
    }

    /**
     * Compares both, and changes neither.
     *
     * @param jobs how many tables at once
     * @param values whether the values of rows that differ are shown
     * @throws UpgradeException if it refuses
     */
    public StepReport compare(int jobs, boolean values) {
        return run(StepName.COMPARE, (specs, notes) -> {
            CompareRequest request =
                    new CompareRequest(specs.old(), specs.stagingToCompare(), jobs).hiding(SecretColumns::secret);
            CompareNotes all = new CompareNotes(notes);
            all.add(
                    plan.name(),
                    copier.compare(
                            values ? request.showingValues() : request, new ListenerProgress(listener, plan.name())));
            all.total();
        });
    }

    /** From where to where a report says that it was copied, and how. */
    public static Map<String, String> about(StepReport copied) {
        Map<?, ?> figures = (Map<?, ?>) ((List<?>) copied.figures().get("details")).get(0);
        Map<String, String> about = new LinkedHashMap<>();
        for (String name : ABOUT) {
            about.put(name, String.valueOf(figures.get(name)));
        }
        return about;
    }

    private StepReport run(StepName verb, BiConsumer<PairSpecs, StepNotes> work) {
        StepNotes notes = new StepNotes();
        listener.begins(verb);
        Instant started = Instant.now();
        UpgradeException refusal = attempt(verb, notes, work);
        StepReport report =
                new StepReport(verb, notes.status(), started, Instant.now(), notes.figures(), notes.findings());
        written.accept(report);
        if (refusal != null) {
            throw refusal;
        }
        listener.ends(report);
        return report;
    }

    private UpgradeException attempt(StepName verb, StepNotes notes, BiConsumer<PairSpecs, StepNotes> work) {
        Path place = plan.path(PairKey.WORK_DIR).orElse(plan.directory());
        try (WorkDirectory directory = new WorkDirectory(place.resolve(plan.name() + ".work"))) {
            UpgradeException refusal = notes.attempt(verb.word(), () -> {
                PairSpecs specs = new PairSpecs(plan, copier, directory.snapshots());
                if (specs.anyEmbedded()) {
                    directory.take();
                }
                work.accept(specs, notes);
            });
            boolean goesOn =
                    verb == StepName.COPY && refusal == null && !notes.status().passed();
            if (!goesOn) {
                directory.clear();
            }
            return refusal;
        }
    }

    private Map<String, String> about(PairSpecs specs) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("from", copier.identify(specs.old()).toString());
        about.put("to", copier.identify(specs.staging()).toString());
        return about;
    }
}
