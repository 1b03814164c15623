package org.carbonupgrade.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.database.Rows;

/** Who else is connected to the old databases on servers, as far as their users may see that. Each database is asked once. */
final class OtherSessions {

    private static final Map<String, String> QUERIES = new HashMap<>();

    /** Our own last connection takes the server a moment to forget. */
    private static final long[] PATIENCE_MILLIS = {0, 100, 300, 600};

    static {
        QUERIES.put(
                "PostgreSQL",
                "SELECT usename, coalesce(host(client_addr), 'local'), count(*) FROM pg_catalog.pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL"
                        + " GROUP BY 1, 2 ORDER BY 1, 2");
        QUERIES.put(
                "MySQL/MariaDB",
                "SELECT USER, SUBSTRING_INDEX(HOST, ':', 1), COUNT(*) FROM INFORMATION_SCHEMA.PROCESSLIST"
                        + " WHERE DB = DATABASE() AND ID <> CONNECTION_ID() GROUP BY 1, 2 ORDER BY 1, 2");
    }

    private final Map<DatabasePair, List<OtherSession>> seen = new HashMap<>();

    /** Whether a type of database is one whose sessions can be told. */
    static boolean told(String type) {
        return QUERIES.containsKey(type);
    }

    /** The sessions of others by user and host; none for a type that can't tell. */
    List<OtherSession> at(DatabasePair pair, DatabaseCopier copier) {
        List<OtherSession> sessions = seen.get(pair);
        if (sessions == null) {
            sessions = ask(pair, copier);
            seen.put(pair, sessions);
        }
        return sessions;
    }

    private static List<OtherSession> ask(DatabasePair pair, DatabaseCopier copier) {
        String query = QUERIES.get(copier.identify(pair.old()).type());
        List<OtherSession> found = new ArrayList<>();
        for (long patience : query == null ? new long[0] : PATIENCE_MILLIS) {
            try {
                Thread.sleep(patience);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = copier.query(pair.old(), connection -> Rows.all(connection, query, OtherSession::new));
            if (found.isEmpty()) {
                return found;
            }
        }
        return found;
    }
}
