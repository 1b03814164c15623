package org.carbonupgrade.internal.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.check.server.OtherSession;
import org.carbonupgrade.internal.check.server.ServerQuestions;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Nobody is connected to the old databases: a server that still runs may be on another machine. Sessions of the server's own user
 * are taken for such a one; those of others, such as a monitor's, are named.
 */
final class QuietDatabases implements Prerequisite {

    private final OtherSessions others;

    QuietDatabases(OtherSessions others) {
        this.others = others;
    }

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (ServerQuestions.of(workplace.copier().identify(pair.old()).type())
                    .isPresent()) {
                try {
                    found.accept(judge(pair, others.at(pair, workplace.copier())));
                } catch (DbCopyException e) {
                    NotTold.of(e)
                            .ifPresent(why -> found.accept(UpgradeError.DATABASE_SESSIONS.found(
                                    Status.WARN,
                                    pair.name(),
                                    "Who else is connected to the old database can't be told: " + why)));
                }
            }
        }
    }

    private static Finding judge(DatabasePair pair, List<OtherSession> sessions) {
        if (sessions.isEmpty()) {
            return UpgradeError.DATABASE_SESSIONS.found(
                    Status.OK, pair.name(), "Nobody else is connected to the old database of " + pair + ".");
        }
        boolean servers = sessions.stream()
                .anyMatch(each -> each.user().equalsIgnoreCase(pair.old().username()));
        return UpgradeError.DATABASE_SESSIONS.found(
                servers ? Status.FAIL : Status.WARN,
                pair.name(),
                "Others are connected to the old database: "
                        + sessions.stream().map(OtherSession::toString).collect(Collectors.joining(", ")) + ".");
    }
}
