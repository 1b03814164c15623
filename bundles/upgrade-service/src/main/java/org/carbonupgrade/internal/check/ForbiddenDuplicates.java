package org.carbonupgrade.internal.check;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.staging.CreateScripts;
import org.carbonupgrade.internal.step.Workplace;

/** No table of the kernel has rows that a key of the new version's schema forbids; keys that the old schema has too are not looked at. */
final class ForbiddenDuplicates implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        CreateScripts scripts = new CreateScripts(workplace.newHome(), workplace.copier());
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (Collections.disjoint(pair.uses(), Collections.singleton(DatabaseUse.OTHER))) {
                try {
                    judge(pair, workplace, scripts, found);
                } catch (DbCopyException | UpgradeException e) {
                    // a database that can't be read, or a type without a script: said by others
                }
            }
        }
    }

    private static void judge(DatabasePair pair, Workplace workplace, CreateScripts scripts, Consumer<Finding> found) {
        String script = CreateScripts.text(scripts.kernel(scripts.name(pair.old(), "")));
        List<UniqueKey> keys = UniqueKey.in(script);
        for (UniqueKey key : workplace.copier().query(pair.old(), connection -> UniqueKey.newIn(connection, keys))) {
            long duplicates = workplace.copier().query(pair.old(), key::duplicates);
            found.accept(UpgradeError.DUPLICATE_ROWS.found(
                    duplicates > 0 ? Status.FAIL : Status.OK,
                    pair.name() + ", " + key.table(),
                    "The new version has a key on " + key + " that the old one has not; " + duplicates
                            + " values of it stand in more than one row."));
        }
    }
}
