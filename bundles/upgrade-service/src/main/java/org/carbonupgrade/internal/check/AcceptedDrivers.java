package org.carbonupgrade.internal.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.step.Workplace;

/**
 * The server will take the drivers: Carbon's kernel goes by the name that a driver gives to its database, and refuses those it does
 * not know. MariaDB's own driver says MariaDB, which works for copying but not for the server.
 */
final class AcceptedDrivers implements Prerequisite {

    private static final Pattern KNOWN = Pattern.compile(
            "(?i).*(hsql|derby|mysql|oracle|microsoft|h2|db2|postgresql|openedge|informix).*", Pattern.DOTALL);

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            boolean kernel =
                    !Collections.disjoint(pair.uses(), EnumSet.of(DatabaseUse.USER_MANAGER, DatabaseUse.REGISTRY));
            if (kernel && !workplace.copier().identify(pair.staging()).file().isPresent()) {
                judge(pair, workplace, found);
            }
        }
    }

    private static void judge(DatabasePair pair, Workplace workplace, Consumer<Finding> found) {
        try {
            String product = workplace.copier().query(pair.staging(), connection -> connection
                    .getMetaData()
                    .getDatabaseProductName());
            if (!KNOWN.matcher(product).matches()) {
                found.accept(UpgradeError.DRIVER_REFUSED.found(
                        Status.FAIL,
                        pair.name(),
                        "The server does not start with this driver: \"Unsupported database: " + product + "\" ("
                                + workplace.copier().driver(pair.staging()) + ")."));
            }
        } catch (DbCopyException e) {
            // said by those who look whether each staging database is empty
        }
    }
}
