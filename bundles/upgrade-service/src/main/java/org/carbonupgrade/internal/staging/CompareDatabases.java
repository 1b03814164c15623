package org.carbonupgrade.internal.staging;

import org.carbonupgrade.StepName;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

/** Compares every old database with its staging database; any difference fails the step, and is named. */
public final class CompareDatabases implements Step {

    /** The option that has the values of differing rows shown. */
    public static final String SHOW_VALUES = "show-values";

    @Override
    public StepName name() {
        return StepName.COMPARE;
    }

    @Override
    public void run(StepRun run) {
        CompareNotes notes = new CompareNotes(run);
        for (DatabasePair pair : run.workplace().databases().complete()) {
            CompareRequest request = new CompareRequest(
                            pair.old(), pair.staging(), run.workplace().plan().jobs())
                    .hiding(SecretColumns::secret);
            CompareResult compared = run.workplace()
                    .copier()
                    .compare(
                            run.options().has(SHOW_VALUES) ? request.showingValues() : request,
                            new ListenerProgress(run.listener(), pair.name()));
            notes.add(pair.name(), compared);
        }
        notes.total();
    }
}
