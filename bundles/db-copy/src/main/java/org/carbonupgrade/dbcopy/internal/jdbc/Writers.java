package org.carbonupgrade.dbcopy.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions of one process that write to a database of a server: one, the keeper, holds a lock that says so, and each of the others has a
 * number, by which it is found if it outlives its connection. A lost connection, and a process that was killed, leave sessions that
 * may still commit, or be in the middle of a long ALTER TABLE: nobody may begin before they are gone.
 */
public abstract class Writers implements AutoCloseable {

    private static final int PING_SECONDS = 10;

    private final Map<Connection, Integer> numbers = Collections.synchronizedMap(new WeakHashMap<>());
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    private Connection keeper;

    /** A new keeper; what others have left at work is over then. Refuses while another process lives. */
    protected abstract Connection claim() throws SQLException;

    /** Ends a session of ours if it is still there, and waits until it is gone. */
    protected abstract void end(Connection keeper, int number) throws SQLException;

    /** A session has this number. */
    protected final void began(Connection connection, int number) {
        numbers.put(connection, number);
    }

    /** A connection of ours was lost: its session is ended before anything else is begun. */
    public final void lost(Connection connection) {
        Integer number = numbers.get(connection); // what a pool gives out is equal to what it was given
        if (number != null) {
            lost.add(number);
        }
    }

    /**
     * Whatever was lost is over, and the database is ours; called before a session begins something. Says once that the lock was lost:
     * others may have been at work meanwhile, or the server may have crashed. Then takes it again.
     */
    public final synchronized void settle() throws SQLException {
        if (keeper == null) {
            keeper = claim();
        } else if (!keeper.isValid(PING_SECONDS)) {
            Jdbc.close(keeper);
            keeper = null;
            throw PassingFailure.ofClosed(new SQLException("the session that has the database locked is gone"));
        }
        for (Iterator<Integer> number = lost.iterator(); number.hasNext(); ) {
            end(keeper, number.next());
            number.remove();
        }
    }

    @Override
    public final synchronized void close() {
        if (keeper != null) {
            Jdbc.close(keeper);
        }
    }
}
