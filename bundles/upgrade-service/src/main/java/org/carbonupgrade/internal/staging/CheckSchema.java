package org.carbonupgrade.internal.staging;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.StepName;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.path.PathFile;
import org.carbonupgrade.internal.path.UpgradePath;
import org.carbonupgrade.internal.path.UpgradePaths;
import org.carbonupgrade.internal.path.VettedSql;
import org.carbonupgrade.internal.state.JournalEntry.Event;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Holds every staged database against the new version's own create scripts. What the new version can't do without and does not
 * find fails the step; an index under another name is a warning, which {@code --apply} mends, and so is what is known of the step
 * between the two versions.
 */
public final class CheckSchema implements Step {

    /** The option that lets the step mend indexes, and run the path's statements. */
    public static final String APPLY = "apply";

    @Override
    public StepName name() {
        return StepName.SCHEMA;
    }

    @Override
    public void run(StepRun run) {
        Workplace workplace = run.workplace();
        Optional<UpgradePath> path = UpgradePaths.with(workplace.plan().pathFiles())
                .between(workplace.oldHome().version(), workplace.newHome().version());
        path.ifPresent(known -> note(known, run));
        SchemaNotes notes = new SchemaNotes(run, path);
        for (DatabasePair pair : workplace.databases().complete()) {
            check(pair, run, path, notes);
        }
        notes.total();
    }

    /** Whoever looks into the journal later can tell what the path said: its files may be others by then. */
    private static void note(UpgradePath path, StepRun run) {
        for (PathFile file : path.files()) {
            String whose = file.own().orElse("ours");
            run.workplace()
                    .journal()
                    .append(Event.PATH_READ, "path", file.toString(), "file", whose, "sha256", file.sha256());
        }
        run.figure("path", path.toString());
    }

    private static void check(DatabasePair pair, StepRun run, Optional<UpgradePath> path, SchemaNotes notes) {
        Workplace workplace = run.workplace();
        CreateScripts scripts = new CreateScripts(workplace.newHome(), workplace.copier());
        String script = scripts.name(
                pair.staging(), workplace.copier().inspect(pair.staging()).version());
        List<VettedSql> vetted = path.map(known -> known.statements(script)).orElse(Collections.emptyList());
        SchemaMender mender = new SchemaMender(pair, workplace);
        boolean apply = run.options().has(APPLY);
        if (apply) {
            mender.run(vetted);
        }
        StagedSchema schema = StagedSchema.of(pair, script, scripts, workplace.copier());
        if (apply) {
            mender.mend(schema);
            schema = StagedSchema.of(pair, script, scripts, workplace.copier());
        }
        if (schema.scripts() > 0) {
            notes.add(pair, script, schema, mender.pending(vetted), mender.statements());
        }
    }
}
