package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/**
 * The tables {@code UM_*} and {@code REG_*} of the databases, read before and after. Rows stream: memory does not grow with
 * the data.
 *
 * <p>{@code REG_LOG} is read only as far as it went when it was first read. The server keeps what it wants to log in memory
 * and writes it some ten seconds later, so its own entries about its start-up come in at any time.
 */
public final class WatchedTables {

    private static final String LOG = "REG_LOG";
    private static final int ROWS_AT_ONCE = 500;

    private final Collection<Database> databases;
    private final Map<String, Long> logEnds = new HashMap<>();

    public WatchedTables(Collection<Database> databases) {
        this.databases = databases;
    }

    /** What the tables hold now. */
    public synchronized TableDigests read() throws SQLException {
        Map<String, TableDigest> digests = new TreeMap<>();
        for (Database database : databases) {
            digests.putAll(database.inTransaction(connection -> read(database.name(), connection)));
        }
        return new TableDigests(digests);
    }

    private Map<String, TableDigest> read(String database, Connection connection) throws SQLException {
        Map<String, TableDigest> digests = new TreeMap<>();
        for (String table : CarbonTables.in(connection)) {
            String name = table.toUpperCase(Locale.ROOT);
            String rows = "FROM " + CarbonTables.quoted(connection, table);
            if (LOG.equals(name)) {
                if (!logEnds.containsKey(database)) {
                    logEnds.put(database, logEnd(connection, rows));
                }
                rows += " WHERE REG_LOG_ID <= " + logEnds.get(database);
            }
            digests.put(database + " " + name, digest(connection, "SELECT * " + rows));
        }
        return digests;
    }

    private static long logEnd(Connection connection, String rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT MAX(REG_LOG_ID) " + rows);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static TableDigest digest(Connection connection, String select) throws SQLException {
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(fetchSize(connection));
            try (ResultSet rows = statement.executeQuery(select)) {
                return TableDigest.of(rows);
            }
        }
    }

    /** MySQL's driver would otherwise hold a whole table in memory; with this it reads row by row. */
    private static int fetchSize(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("mysql") ? Integer.MIN_VALUE : ROWS_AT_ONCE;
    }
}
