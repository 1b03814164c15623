package org.carbonupgrade.verification.internal.checks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Removal;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.TableDigests;
import org.carbonupgrade.verification.internal.trace.WatchedFiles;

/** Removes everything that the verification made, and proves that nothing of it is left. Runs last, whatever happened. */
public final class NoTraceCheck implements Check {

    private static final String LEFT_OUT =
            "left out of that: entries of REG_LOG that came in meanwhile, as the server writes"
                    + " what it logs some ten seconds late; and the positions of identities, as a used id is not given out again";

    private final CarbonServer server;
    private final Ledger ledger;
    private final CleanStartCheck start;
    private volatile boolean allRemoved;

    public NoTraceCheck(CarbonServer server, Ledger ledger, CleanStartCheck start) {
        this.server = server;
        this.ledger = ledger;
        this.start = start;
    }

    @Override
    public String name() {
        return "no-trace";
    }

    @Override
    public String title() {
        return "The verification left no trace";
    }

    @Override
    public Duration timeout() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(CheckContext context) throws Exception {
        CleanStartCheck.Before before = start.before()
                .orElseThrow(() -> new CannotGoOn(Code.VF_NOT_PREPARED.couldNotRun(
                        "it is not known what the databases held before, so nothing was made and nothing compared")));
        List<Made> made = ledger.made();
        List<Entry> stuck = new Removal(server, before.databases()).remove(made);
        stuck.forEach(context::add);
        context.count("removed", (long) made.size() - stuck.size());
        allRemoved = stuck.isEmpty();
        compareFiles(before, context);
        compareTables(before, context);
    }

    /** Whether everything was removed, as far as the verification knows. */
    public boolean isAllRemoved() {
        return allRemoved;
    }

    private void compareFiles(CleanStartCheck.Before before, CheckContext context) throws IOException {
        List<String> changes = before.files().changesTo(WatchedFiles.read(server.places()));
        changes.forEach(change -> context.add(Code.VF_FILES_CHANGED.fail(change)));
        if (changes.isEmpty()) {
            context.add(Code.VF_OK.ok(
                    "user store files, tenant directories and databases are those that there were before"));
        }
    }

    private static void compareTables(CleanStartCheck.Before before, CheckContext context) throws SQLException {
        TableDigests now = before.tables().read();
        context.count("tables", now.tables().size());
        context.count("rows", now.rows());
        List<String> changes = before.digests().changesTo(now);
        changes.forEach(change -> context.add(Code.VF_TABLE_CHANGED.fail(change)));
        if (changes.isEmpty()) {
            context.add(Code.VF_OK.ok("all " + now.tables().size() + " tables UM_* and REG_* with " + now.rows()
                    + " rows hold what they held before, row by row"));
            context.add(Code.VF_OK.ok(LEFT_OUT));
        }
    }
}
