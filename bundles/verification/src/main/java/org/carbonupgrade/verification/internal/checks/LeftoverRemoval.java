package org.carbonupgrade.verification.internal.checks;

import java.util.List;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Removal;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.carbonupgrade.verification.internal.trace.Made;

/** Removes what a verification left whose server was killed. */
final class LeftoverRemoval {

    private final CarbonServer server;
    private final Ledger ledger;

    LeftoverRemoval(CarbonServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    /** Removes everything that the ledger names, and reports it; whether nothing of it is left. The ledger stays as it is. */
    boolean run(Databases databases, CheckContext context) {
        List<Made> leftovers = ledger.made();
        List<Entry> stuck = new Removal(server, databases).remove(leftovers);
        stuck.forEach(context::add);
        if (!leftovers.isEmpty() && stuck.isEmpty()) {
            context.count("leftoversRemoved", leftovers.size());
            context.add(Code.VF_LEFTOVER_REMOVED.ok(
                    "removed " + leftovers.size() + " things that an interrupted verification had noted or made"));
        }
        return stuck.isEmpty();
    }
}
