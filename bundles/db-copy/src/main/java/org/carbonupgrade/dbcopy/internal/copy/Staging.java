package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.internal.dialect.OpenDatabase;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.jdbc.PassingFailure;
import org.carbonupgrade.dbcopy.internal.work.Patience;

/**
 * Gives pieces of work a connection to the target, and does them again with another one if that was lost. Whether the last commit
 * of a lost connection was done nobody knows: a piece that is done again has to look.
 */
final class Staging {

    /** A piece of work; it commits. */
    @FunctionalInterface
    interface Piece<T> {
        T with(Connection write) throws SQLException;
    }

    /** Does one of many things, without committing it. */
    @FunctionalInterface
    interface Each<I> {

        /** @param again whether it was begun before, and may have been done */
        void with(Connection write, I item, boolean again) throws SQLException;
    }

    private static final int PING_SECONDS = 10;

    private final OpenDatabase target;
    private final Patience patience;
    private final AtomicInteger losses = new AtomicInteger();

    Staging(OpenDatabase target, Patience patience) {
        this.target = target;
        this.patience = patience;
    }

    /** The target's name. */
    String name() {
        return target.name();
    }

    /** What the connection commits from now on, and all that was committed before, outlives a crash of the server. */
    void makeLasting(Connection write) throws SQLException {
        target.makeLasting(write);
    }

    /**
     * How many connections have been lost. If it is what it was before, so is everything that was committed in between; otherwise
     * the server may have crashed, and some servers forget their last commits then.
     */
    int losses() {
        return losses.get();
    }

    /** Does the work, again if need be. */
    <T> T call(String doing, Piece<T> work) {
        return patience.call(PassingFailure::in, () -> once(doing, work));
    }

    /** Does the work; whoever calls has to look what was done if a connection was lost. */
    <T> T once(String doing, Piece<T> work) {
        try {
            return Jdbc.call(doing, target.name(), () -> Jdbc.with(target.connect(), write -> observed(write, work)));
        } catch (DbCopyException e) {
            if (PassingFailure.in(e)) {
                losses.incrementAndGet();
            }
            throw e;
        }
    }

    /** Does the same with one thing after the other, and commits each. */
    <I> void each(List<I> items, Function<I, String> doing, Each<I> work) {
        int[] done = {0};
        int[] begun = {0};
        while (done[0] < items.size()) {
            int first = done[0];
            call(doing.apply(items.get(first)), write -> {
                try {
                    while (done[0] < items.size()) {
                        boolean again = begun[0] > done[0];
                        begun[0] = done[0] + 1;
                        one(items.get(done[0]), doing, write, again, work);
                        done[0]++;
                    }
                } catch (DbCopyException e) {
                    if (done[0] == first || !PassingFailure.in(e)) {
                        throw e;
                    }
                    losses.incrementAndGet(); // it went on meanwhile: this one is failing for the first time
                    target.lost(write);
                }
                return null;
            });
        }
    }

    private <I> void one(I item, Function<I, String> doing, Connection write, boolean again, Each<I> work) {
        Jdbc.run(doing.apply(item), target.name(), () -> {
            work.with(write, item, again);
            write.commit(); // thousands of statements in one transaction would exhaust a server's locks
        });
    }

    /** Some drivers say of a broken connection's failures that they are about other things. */
    private <T> T observed(Connection write, Piece<T> work) throws SQLException {
        try {
            return work.with(write);
        } catch (SQLException | DbCopyException e) {
            boolean passing = PassingFailure.in(e);
            if (!passing && isAlive(write)) {
                throw e;
            }
            target.lost(write);
            if (passing) {
                throw e;
            }
            throw PassingFailure.ofClosed(e);
        }
    }

    private static boolean isAlive(Connection write) {
        try {
            return write.isValid(PING_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
