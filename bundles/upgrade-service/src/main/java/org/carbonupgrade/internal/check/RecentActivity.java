package org.carbonupgrade.internal.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.step.Workplace;

/**
 * How much is going on in the old registry, by its own log: the guide asks for a time of low traffic. Changes of the last minutes
 * are a warning only where somebody is still connected; otherwise the server has just been stopped.
 */
final class RecentActivity implements Prerequisite {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final String QUERY = "SELECT MAX(REG_LOGGED_TIME), COUNT(*) FROM REG_LOG WHERE REG_LOGGED_TIME > ?";

    private final OtherSessions others;

    RecentActivity(OtherSessions others) {
        this.others = others;
    }

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            if (pair.uses().contains(DatabaseUse.REGISTRY)) {
                try {
                    found.accept(judge(pair, workplace));
                } catch (DbCopyException e) {
                    // no registry is in it yet, or the database can't be read, which others say
                }
            }
        }
    }

    private Finding judge(DatabasePair pair, Workplace workplace) {
        Instant now = Instant.now();
        Changes changes = workplace.copier().query(pair.old(), connection -> changes(connection, now.minus(HOUR)));
        boolean recent = changes.last != null && changes.last.isAfter(now.minus(RECENT));
        boolean busy = recent && others.mayBeAt(pair, workplace.copier());
        return UpgradeError.RECENT_ACTIVITY.found(
                busy ? Status.WARN : Status.OK,
                pair.name(),
                changes.last == null
                        ? "The old registry of " + pair + " was not changed within the last hour."
                        : "The old registry of " + pair + " was changed " + changes.count
                                + " times within the last hour, the last time at " + changes.last + ".");
    }

    private static Changes changes(Connection connection, Instant since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setTimestamp(1, Timestamp.from(since));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Timestamp last = row.getTimestamp(1);
                return new Changes(last == null ? null : last.toInstant(), row.getLong(2));
            }
        }
    }

    /** When the registry was changed last, and how often. */
    private static final class Changes {

        private final Instant last;
        private final long count;

        private Changes(Instant last, long count) {
            this.last = last;
            this.count = count;
        }
    }
}
