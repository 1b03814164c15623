package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.file.Path;
import org.carbonupgrade.itests.support.CarbonPack;
import org.carbonupgrade.itests.support.HarnessException;
import org.carbonupgrade.itests.support.PopulatedHome;
import org.carbonupgrade.itests.support.StockHome;
import org.carbonupgrade.itests.support.TreeFingerprint;
import org.carbonupgrade.itests.support.Trees;

/**
 * The one upgrade that all tests look at, as far as {@code run} takes it.
 *
 * @param before what the old home held when nothing had been done yet
 * @param run what the command printed
 * @param pattern a copy of the new home as it was then, to make more copies of
 */
record FirstRun(
        PopulatedHome oldHome, TreeFingerprint before, Path newHome, Path plan, Program.Answer run, Path pattern) {

    private static FirstRun made;

    /** Made when it is first asked for. */
    static synchronized FirstRun get() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private static FirstRun make() {
        PopulatedHome oldHome = OldServer.in(Places.fresh("old"));
        TreeFingerprint before = TreeFingerprint.of(oldHome.path());
        Path newHome = Places.fresh("new");
        StockHome.in(newHome).from(CarbonPack.ofTheBuild());
        Path plan = Plans.write(oldHome.path(), newHome);
        Program.Answer run = Program.run(plan, "run");
        Path pattern = Places.fresh("pattern");
        try {
            Trees.copy(newHome, pattern);
        } catch (IOException e) {
            throw new HarnessException("cannot copy " + newHome, e);
        }
        return new FirstRun(oldHome, before, newHome, plan, run, pattern);
    }
}
