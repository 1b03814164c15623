package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable;
import org.carbonupgrade.dbcopy.internal.dialect.SnapshotLost;
import org.carbonupgrade.dbcopy.internal.dialect.TableSize;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.rows.ChunkLimits;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/**
 * One state of a schema, seen by several sessions that can't write. They begin while nobody may write to the schema's tables, for
 * some milliseconds, by a lock on those tables or, where the user may only that, on all of the server. If it may neither, or
 * somebody keeps writing, there is one session: its state is one by itself.
 */
final class MysqlSnapshot extends MysqlPool {

    static final int MOST_READERS = 8;

    /** So many digests are made at once: more than two would take a working server's processors. */
    private static final int AT_ONCE = 2;

    private static final String TABLES = " FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE()"
            + " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')";

    private final int readers;
    private final String remark;
    private final Map<String, List<String>> parts = new ConcurrentHashMap<>();
    private final Map<String, MysqlDigest> digests = new ConcurrentHashMap<>();
    private Connection only;

    MysqlSnapshot(MysqlConnector connector) {
        super(connector.name());
        try (Connection control = connector.toRead()) {
            String refusal = stopWriters(control);
            begin(connector, refusal.isEmpty() ? 1 + MOST_READERS : 1);
            this.readers = refusal.isEmpty() ? MOST_READERS : 1;
            Jdbc.execute(control, "UNLOCK TABLES");
            this.remark =
                    remark(refusal, Jdbc.column(control, "SELECT TABLE_NAME" + TABLES + " AND ENGINE <> 'InnoDB'"));
        } catch (SQLException e) {
            close();
            throw Jdbc.failure("begin a snapshot", connector.name(), e);
        } catch (DbCopyException e) {
            close();
            throw e;
        }
    }

    /** Also the refusals of the server, if it may not be done. */
    private static String stopWriters(Connection control) throws SQLException {
        Jdbc.execute(control, "SET SESSION lock_wait_timeout = 10");
        List<String> tables = Jdbc.column(control, "SELECT TABLE_NAME" + TABLES);
        if (tables.isEmpty()) {
            return "";
        }
        try {
            Jdbc.execute(
                    control,
                    "LOCK TABLES "
                            + tables.stream()
                                    .map(table -> ObjectName.quote(table) + " READ")
                                    .collect(Collectors.joining(", ")));
            return "";
        } catch (SQLException tablesRefused) {
            try {
                Jdbc.execute(control, "FLUSH TABLES WITH READ LOCK");
                return "";
            } catch (SQLException allRefused) {
                return Jdbc.message(tablesRefused);
            }
        }
    }

    private void begin(MysqlConnector connector, int sessions) throws SQLException {
        for (int i = 0; i < sessions; i++) {
            Connection session = connector.toRead();
            keep(session);
            only = session;
            Jdbc.execute(session, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
        }
    }

    private static String remark(String refusal, List<String> outside) {
        String one = refusal.isEmpty()
                ? ""
                : "one table at a time, since the tables could not be locked for several readers of one snapshot ("
                        + refusal + ")";
        String others = outside.isEmpty()
                ? ""
                : "exact only if nobody writes meanwhile, since these tables know no snapshots: "
                        + String.join(", ", outside);
        return one + (one.isEmpty() || others.isEmpty() ? "" : "; ") + others;
    }

    /** All readers are there from the beginning; the only one there may be is shared, by those that take turns. */
    @Override
    Connection another() {
        if (readers == 1 && Jdbc.call("read the database", name(), () -> only.isValid(PING_SECONDS))) {
            return only;
        }
        throw new SnapshotLost(name()); // of so many that there is none left
    }

    /** The transaction that sees the snapshot goes on. */
    @Override
    void renew(Connection connection) {
        // nothing was changed
    }

    @Override
    public int readers() {
        return readers;
    }

    @Override
    public String remark() {
        return remark;
    }

    /**
     * The schema and a digest of every table. Cheaper signs do not do: times of changes are forgotten when the server restarts and
     * not kept for every engine, and the position of the binary log, which need not be written, moves with any other schema.
     */
    @Override
    public String fingerprint() {
        return Jdbc.call("digest the content", name(), () -> {
            StringBuilder content = new StringBuilder();
            List<MysqlPart> parts = new ArrayList<>();
            MysqlHash hash;
            try (Connection connection = connect()) {
                hash = MysqlHash.of(name(), connection);
                MysqlDigest.require(connection, hash, name());
                Schema schema = MarkerTable.hide(new MysqlSchemaReader(connection).read());
                schema.objects()
                        .forEach(object -> content.append(object.definition()).append('\n'));
                for (Map.Entry<Table, TableSize> size :
                        MysqlSizes.of(connection, schema.tables()).entrySet()) {
                    Table table = size.getKey();
                    parts(connection, table, size.getValue(), ChunkLimits.DEFAULT.partBytes())
                            .forEach(part -> parts.add(new MysqlPart(table, part)));
                }
            }
            List<TableDigest> digests =
                    Workers.all(Math.min(readers, AT_ONCE), name(), new Stop(), parts, part -> digest(part, hash));
            Map<String, TableDigest> tables = new TreeMap<>();
            for (int i = 0; i < digests.size(); i++) {
                tables.merge(parts.get(i).table().toString(), digests.get(i), TableDigest::plus);
            }
            return DigestUtils.md5Hex(content.append(tables).toString());
        });
    }

    /** The parts of a table, the same ones whenever they are asked for. */
    List<String> parts(Connection connection, Table table, TableSize size, long bytes) throws SQLException {
        String wanted = table + " " + bytes;
        List<String> names = parts.get(wanted);
        if (names == null) {
            names = MysqlPart.names(connection, table, size.bytes(), bytes);
            parts.put(wanted, names);
        }
        return names;
    }

    /** The digest of a part; it is made once. */
    MysqlDigest digest(Connection connection, MysqlPart part, MysqlHash hash) throws SQLException {
        String wanted = hash + " " + part;
        MysqlDigest digest = digests.get(wanted);
        if (digest == null) {
            digest = MysqlDigest.of(connection, part, hash);
            digests.put(wanted, digest);
        }
        return digest;
    }

    private TableDigest digest(MysqlPart part, MysqlHash hash) {
        return Jdbc.call("digest table " + part.table(), name(), () -> {
            try (Connection connection = connect()) {
                return digest(connection, part, hash).passed().digest();
            }
        });
    }
}
