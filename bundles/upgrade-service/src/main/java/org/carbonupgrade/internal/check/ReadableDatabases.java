package org.carbonupgrade.internal.check;

import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DatabaseInfo;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseErrors;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/** Every old database can be opened and read, with its own driver and password. */
final class ReadableDatabases implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        if (workplace.databases().pairs().isEmpty()
                && workplace.databases().problems().isEmpty()) {
            found.accept(UpgradeError.DATABASES_NONE.found(
                    Status.FAIL,
                    workplace.oldHome().conf().toString(),
                    "The old home has no data source with a database."));
        }
        for (DatabasePair pair : workplace.databases().pairs()) {
            try {
                DatabaseInfo info = workplace.copier().inspect(pair.old());
                found.accept(
                        info.exists()
                                ? UpgradeError.DATABASE_READ.found(Status.OK, pair.name(), describe(pair, info))
                                : UpgradeError.DATABASE_READ.found(
                                        Status.FAIL, pair.name(), "There is no " + info.identity() + "."));
            } catch (DbCopyException e) {
                found.accept(DatabaseErrors.finding(e));
            }
        }
    }

    private static String describe(DatabasePair pair, DatabaseInfo info) {
        return pair + " is " + info.identity().type() + " " + info.version() + ", "
                + info.tables().size() + " tables, " + info.bytes() / 1024 + " KB, " + pair.description();
    }
}
