package org.carbonupgrade.verification.internal.checks;

import java.util.List;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.carbonupgrade.verification.internal.trace.Made;

/** Looks whether an interrupted verification has left anything, and leaves it alone. */
public final class LeftoversCheck implements Check {

    private final Ledger ledger;

    public LeftoversCheck(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "leftovers";
    }

    @Override
    public String title() {
        return "Nothing is left of an earlier verification";
    }

    @Override
    public void run(CheckContext context) {
        List<Made> left = ledger.made();
        left.forEach(thing -> context.add(
                Code.VF_LEFTOVER_FOUND.warn("an interrupted verification has left, or was about to make: " + thing)));
        if (left.isEmpty()) {
            context.add(Code.VF_OK.ok("no earlier verification was interrupted"));
        }
    }
}
