package org.carbonupgrade.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.step.Workplace;

/** The workplace of a test's upgrade, for tests of one part of a step. */
public final class TestPlaces {

    private TestPlaces() {}

    /** What a part of a step finds. */
    public static List<Finding> judged(StockUpgrade upgrade, BiConsumer<Workplace, Consumer<Finding>> part) {
        List<Finding> found = new ArrayList<>();
        upgrade.command("plan");
        try (Workplace workplace =
                Workplace.look(Plan.read(upgrade.path("upgrade.properties")), new JdbcDatabaseCopier())) {
            part.accept(workplace, found::add);
        }
        return found;
    }
}
