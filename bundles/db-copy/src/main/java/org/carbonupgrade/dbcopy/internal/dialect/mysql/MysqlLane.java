package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.dialect.TableSize;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * Rows go the fastest way there is, and are digested inside the servers: those of the snapshot, and those that staging has then,
 * before they are committed. Where the two differ, somebody wrote meanwhile, or the server took a value for another: the rows are
 * moved again, in a slower way that takes them from the snapshot.
 */
final class MysqlLane implements FastLane {

    /** SQL states of values that do not fit, and of keys that are there twice. */
    private static final String INEXACT = "2[23].*";

    /** And of what a user may not do, or the server's or the driver's settings do not allow. */
    private static final String REFUSED = INEXACT + "|42.*|HY000|S1000";

    private final MysqlSnapshot snapshot;
    private final MysqlHash hash;
    private final List<MysqlMove> moves;
    private final List<String> refused;
    private final Map<Table, Set<String>> taken = new ConcurrentHashMap<>();

    /**
     * @param hash that both servers have
     * @param moves the fastest first; the last one always works
     * @param refused why no faster one is among them
     */
    MysqlLane(MysqlSnapshot snapshot, MysqlHash hash, List<MysqlMove> moves, List<String> refused) {
        this.snapshot = snapshot;
        this.hash = hash;
        this.moves = moves;
        this.refused = refused;
    }

    @Override
    public String name() {
        String name = moves.get(0).name();
        return refused.isEmpty() ? name : name + " (" + String.join("; ", refused) + ")";
    }

    @Override
    public String name(Table table) {
        Set<String> lanes = taken.get(table);
        return lanes == null ? moves.get(0).lane() : String.join(", ", lanes);
    }

    @Override
    public Map<Table, TableSize> sizes(Connection connection, List<Table> tables) throws SQLException {
        return MysqlSizes.of(connection, tables);
    }

    @Override
    public List<String> parts(Connection source, Table table, TableSize size, long bytes) throws SQLException {
        List<String> names = snapshot.parts(source, table, size, bytes);
        for (String name : names) {
            moves.get(0)
                    .require(
                            snapshot.digest(source, new MysqlPart(table, name), hash)
                                    .longest(),
                            table);
        }
        return names;
    }

    @Override
    public void empty(Connection target, Table table) throws SQLException {
        Jdbc.execute(target, "DELETE FROM " + table.name().sql());
    }

    @Override
    public Passed move(Connection source, Connection target, Table table, String name, boolean alone, Moved moved)
            throws SQLException {
        MysqlPart part = new MysqlPart(table, name);
        MysqlDigest digest = snapshot.digest(source, part, hash);
        Passed expected = digest.passed();
        SQLException refusal = null;
        for (MysqlMove move : moves) {
            move.require(digest.longest(), table);
            clear(target, part);
            refusal = null;
            try {
                move.move(source, target, part, expected, moved);
                Passed found = MysqlDigest.of(target, part, hash).passed();
                if (found.digest().equals(expected.digest())) {
                    taken.computeIfAbsent(table, each -> new ConcurrentSkipListSet<>())
                            .add(move.lane());
                    return found;
                }
            } catch (SQLException e) {
                boolean last = move == moves.get(moves.size() - 1);
                if (Jdbc.isOfSpace(e) || !String.valueOf(e.getSQLState()).matches(last ? INEXACT : REFUSED)) {
                    throw e;
                }
                refusal = e;
            }
            target.rollback();
        }
        throw inexact(table, refusal);
    }

    @Override
    public Passed digest(Connection database, Table table, Moved moved) throws SQLException {
        Passed passed = MysqlDigest.of(database, new MysqlPart(table, MysqlPart.ALL), hash)
                .passed();
        moved.rows(passed.digest().rows(), passed.bytes());
        return passed;
    }

    /** What is there already was left by an engine that knows no transactions. */
    private static void clear(Connection target, MysqlPart part) throws SQLException {
        if (Jdbc.first(target, "SELECT 1 FROM " + part.rows("") + " LIMIT 1") != null) {
            Jdbc.execute(target, "DELETE FROM " + part.table().name().sql() + part.where());
        }
    }

    private static DbCopyException inexact(Table table, SQLException refusal) {
        return refusal == null
                ? new DbCopyException(
                        DbError.DB_INEXACT,
                        "The staging database does not keep the values of table " + table + " as the old one does.",
                        table.toString())
                : new DbCopyException(
                        DbError.DB_INEXACT,
                        "The staging database does not take the rows of table " + table + ": " + Jdbc.message(refusal),
                        table.toString(),
                        Jdbc.withoutStatement(refusal));
    }
}
