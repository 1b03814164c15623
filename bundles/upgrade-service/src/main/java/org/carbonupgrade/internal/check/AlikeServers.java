package org.carbonupgrade.internal.check;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DatabaseInfo;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.check.server.ServerQuestions;
import org.carbonupgrade.internal.check.server.ServerSetting;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/** The servers of an old and a staging database are alike in what decides how data are kept: version, encoding, collation, letters of names. */
final class AlikeServers implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (!workplace.copier().identify(pair.old()).file().isPresent()) {
                try {
                    versions(pair, workplace, found);
                    settings(pair, workplace, found);
                } catch (DbCopyException e) {
                    // said by those who look whether each database can be read
                }
            }
        }
    }

    private static void versions(DatabasePair pair, Workplace workplace, Consumer<Finding> found) {
        DatabaseInfo old = workplace.copier().inspect(pair.old());
        DatabaseInfo staging = workplace.copier().inspect(pair.staging());
        String type = old.identity().type();
        int order = ServerVersion.of(type, staging.version()).compareTo(ServerVersion.of(type, old.version()));
        String what = "The old database's server is of version " + old.version()
                + ", the staging database's of version " + staging.version() + ".";
        Status status = order == 0 ? Status.OK : order > 0 ? Status.WARN : Status.FAIL;
        found.accept(UpgradeError.SERVERS_DIFFER.found(status, pair.name(), what));
    }

    private static void settings(DatabasePair pair, Workplace workplace, Consumer<Finding> found) {
        String type = workplace.copier().identify(pair.old()).type();
        List<ServerSetting> settings =
                ServerQuestions.of(type).map(ServerQuestions::settings).orElse(Collections.emptyList());
        for (ServerSetting setting : settings) {
            try {
                judge(setting, pair, workplace, found);
            } catch (DbCopyException e) {
                NotTold.of(e)
                        .ifPresent(why -> found.accept(UpgradeError.SERVERS_DIFFER.found(
                                Status.WARN, pair.name(), "The " + setting + " can't be told: " + why)));
            }
        }
    }

    private static void judge(ServerSetting setting, DatabasePair pair, Workplace workplace, Consumer<Finding> found) {
        String old = workplace.copier().query(pair.old(), setting::read);
        String staging = workplace.copier().query(pair.staging(), setting::read);
        if (!old.equals(staging)) {
            found.accept(UpgradeError.SERVERS_DIFFER.found(
                    setting.whenOther(old, staging),
                    pair.name(),
                    "The " + setting + " of the old database is " + old + ", that of the staging database " + staging
                            + "."));
        }
    }
}
