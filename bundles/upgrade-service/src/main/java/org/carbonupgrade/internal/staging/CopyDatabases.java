package org.carbonupgrade.internal.staging;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonupgrade.StepName;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.RunningServer;
import org.carbonupgrade.internal.state.Aside;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/** Copies every old database to its staging database. */
public final class CopyDatabases implements Step {

    @Override
    public StepName name() {
        return StepName.COPY;
    }

    @Override
    public void run(StepRun run) {
        Workplace workplace = run.workplace();
        refuseRunningServer(workplace);
        CopyNotes notes = new CopyNotes(run);
        for (DatabasePair pair : workplace.databases().complete()) {
            makeRoom(pair, run);
            CopyResult copied = workplace
                    .copier()
                    .copy(
                            new CopyRequest(
                                    pair.old(),
                                    pair.staging(),
                                    workplace.upgradeId(),
                                    workplace.plan().jobs(),
                                    workplace.plan().strategy()),
                            new ListenerProgress(run.listener(), pair.name()));
            notes.add(pair.name(), about(pair, workplace), copied);
        }
        notes.total();
    }

    private static void refuseRunningServer(Workplace workplace) {
        RunningServer.of(workplace.oldHome()).ifPresent(process -> {
            throw UpgradeError.SERVER_RUNNING.at(
                    workplace.oldHome().toString(), "The old server is running (process " + process + ").");
        });
    }

    private static void makeRoom(DatabasePair pair, StepRun run) {
        Workplace workplace = run.workplace();
        ShippedDatabase.inPlaceOf(pair, workplace.copier()).ifPresent(shipped -> {
            RunningServer.of(workplace.newHome()).ifPresent(process -> {
                throw UpgradeError.SERVER_RUNNING.at(
                        workplace.newHome().toString(),
                        "The new server (process " + process + ") may be using the database that " + pair
                                + " replaces.");
            });
            Aside aside = new Aside(workplace.newHome(), workplace.state(), workplace.journal());
            for (Path file : shipped.files()) {
                aside.move(file);
            }
            run.found(shipped.finding("it is set aside"));
        });
    }

    private static Map<String, String> about(DatabasePair pair, Workplace workplace) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("use", pair.description());
        about.put("from", workplace.copier().identify(pair.old()).toString());
        about.put("to", workplace.copier().identify(pair.staging()).toString());
        return about;
    }
}
