package org.carbonupgrade.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.check.server.OtherSession;
import org.carbonupgrade.internal.check.server.ServerQuestions;
import org.carbonupgrade.internal.database.DatabasePair;

/** Who else is connected to the old databases on servers. Each database is asked once. */
final class OtherSessions {

    /** Our own last connection takes the server a moment to forget. */
    private static final long[] PATIENCE_MILLIS = {0, 100, 300, 600};

    private final Map<DatabasePair, List<OtherSession>> seen = new HashMap<>();

    /**
     * The sessions of others by user and host; none for a type that has no server.
     *
     * @throws org.carbonupgrade.dbcopy.DbCopyException if the server can't be asked, or does not tell the user
     */
    List<OtherSession> at(DatabasePair pair, DatabaseCopier copier) {
        List<OtherSession> sessions = seen.get(pair);
        if (sessions == null) {
            sessions = ask(pair, copier);
            seen.put(pair, sessions);
        }
        return sessions;
    }

    /** Whether somebody is connected; so may be whom the server does not tell of. */
    boolean mayBeAt(DatabasePair pair, DatabaseCopier copier) {
        try {
            return !at(pair, copier).isEmpty();
        } catch (DbCopyException e) {
            return true;
        }
    }

    private static List<OtherSession> ask(DatabasePair pair, DatabaseCopier copier) {
        Optional<ServerQuestions> questions =
                ServerQuestions.of(copier.identify(pair.old()).type());
        List<OtherSession> found = new ArrayList<>();
        for (long patience : questions.isPresent() ? PATIENCE_MILLIS : new long[0]) {
            try {
                Thread.sleep(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = copier.query(pair.old(), questions.get()::sessions);
            if (found.isEmpty()) {
                return found;
            }
        }
        return found;
    }
}
