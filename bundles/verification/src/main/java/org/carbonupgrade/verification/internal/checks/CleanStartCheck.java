package org.carbonupgrade.verification.internal.checks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.TableDigests;
import org.carbonupgrade.verification.internal.trace.WatchedFiles;
import org.carbonupgrade.verification.internal.trace.WatchedTables;

/** Removes what an earlier verification left when its server was killed, and notes what the databases hold. Runs first. */
public final class CleanStartCheck implements Check {

    private final CarbonServer server;
    private final Ledger ledger;
    private volatile Before before;

    public CleanStartCheck(CarbonServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "clean-start";
    }

    @Override
    public String title() {
        return "Nothing is left of an earlier verification";
    }

    @Override
    public Duration timeout() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(CheckContext context) throws Exception {
        Databases databases = server.databases();
        databases
                .unreadable()
                .forEach((name, cause) -> context.add(Code.VF_DATABASE_NOT_READ.warn(
                        "data source " + name + " is not compared before and after: " + cause)));
        if (!new LeftoverRemoval(server, ledger).run(databases, context)) {
            return;
        }
        WatchedTables tables = new WatchedTables(databases.readable());
        TableDigests now = tables.read();
        Optional<TableDigests> earlier = ledger.before();
        earlier.ifPresent(then -> compare(then, now, context));
        ledger.begin(earlier.orElse(now));
        ledger.note(Made.Kind.DATABASES, context.runId());
        before = new Before(databases, tables, now, WatchedFiles.read(server.places()));
        context.count("databases", databases.readable().size());
        context.count("tables", now.tables().size());
        context.count("rows", now.rows());
        context.add(Code.VF_OK.ok("noted what " + now.tables().size() + " tables with " + now.rows()
                + " rows hold before anything is made"));
    }

    /** What was there before the verification; empty if that could not be found out. */
    public Optional<Before> before() {
        return Optional.ofNullable(before);
    }

    private static void compare(TableDigests then, TableDigests now, CheckContext context) {
        List<String> changes = then.ofUsers().changesTo(now.ofUsers());
        for (String change : changes) {
            context.add(Code.VF_TABLE_CHANGED.fail("since before the interrupted verification, " + change));
        }
        if (changes.isEmpty()) {
            context.add(Code.VF_OK.ok("the tables UM_* hold what they held before the interrupted verification"));
        }
    }

    /** What was there before a verification made anything. */
    public static final class Before {

        private final Databases databases;
        private final WatchedTables tables;
        private final TableDigests digests;
        private final WatchedFiles files;

        Before(Databases databases, WatchedTables tables, TableDigests digests, WatchedFiles files) {
            this.databases = databases;
            this.tables = tables;
            this.digests = digests;
            this.files = files;
        }

        Databases databases() {
            return databases;
        }

        /** The tables, which can be read again. */
        WatchedTables tables() {
            return tables;
        }

        /** What they held. */
        TableDigests digests() {
            return digests;
        }

        WatchedFiles files() {
            return files;
        }
    }
}
