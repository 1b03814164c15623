package org.carbonupgrade.verification.internal.checks;

import java.time.Duration;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.trace.Ledger;

/** Removes what an interrupted verification left. Makes nothing. */
public final class CleaningCheck implements Check {

    private final CarbonServer server;
    private final Ledger ledger;

    public CleaningCheck(CarbonServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "clean";
    }

    @Override
    public String title() {
        return "What an interrupted verification left is removed";
    }

    @Override
    public Duration timeout() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(CheckContext context) throws Exception {
        if (!ledger.exists()) {
            context.add(Code.VF_OK.ok("no earlier verification was interrupted"));
            return;
        }
        if (new LeftoverRemoval(server, ledger).run(server.databases(), context)) {
            ledger.end();
        }
    }
}
