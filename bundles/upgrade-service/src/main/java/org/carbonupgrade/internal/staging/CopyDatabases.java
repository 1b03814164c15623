package org.carbonupgrade.internal.staging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.TableCopy;
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
        List<Object> databases = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
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
            databases.add(figures(pair, copied, workplace));
            copied.notCarried()
                    .forEach(what -> run.found(UpgradeError.COPY_NOT_CARRIED.found(Status.WARN, pair.name(), what)));
            rows += copied.rows();
            bytes += copied.bytes();
        }
        run.figure("databases", databases.size());
        run.figure("rows", rows);
        run.figure("bytes", bytes);
        run.figure("details", databases);
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

    private static Map<String, Object> figures(DatabasePair pair, CopyResult copied, Workplace workplace) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("database", pair.name());
        figures.put("use", pair.description());
        figures.put("from", workplace.copier().identify(pair.old()).toString());
        figures.put("to", workplace.copier().identify(pair.staging()).toString());
        figures.put("strategy", copied.strategy());
        figures.put("resumed", copied.resumed());
        figures.put("objects", copied.objects());
        figures.put("rows", copied.rows());
        figures.put("bytes", copied.bytes());
        figures.put("millis", copied.millis());
        List<Object> tables = new ArrayList<>();
        for (TableCopy table : copied.tables()) {
            tables.add(figures(table));
        }
        figures.put("tables", tables);
        return figures;
    }

    private static Map<String, Object> figures(TableCopy table) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("table", table.table());
        figures.put("rows", table.rows());
        figures.put("lane", table.lane());
        table.digest().ifPresent(digest -> {
            figures.put("bytes", table.bytes());
            figures.put("millis", table.millis());
            figures.put("digest", digest.toString());
        });
        return figures;
    }
}
