package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Driver;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.driver.DriverLibrary;

/** Finds a driver, MySQL's or MariaDB's, and the settings with which each of them gives values as they are. */
final class MysqlDriver {

    private static final String MARIADB = "org.mariadb.jdbc.Driver";
    private static final List<String> OF_MYSQL_URLS =
            Arrays.asList("com.mysql.cj.jdbc.Driver", "com.mysql.jdbc.Driver", MARIADB);

    /** What would change the meaning of statements or values behind our back. */
    private static final List<String> NOT_OURS = Arrays.asList(
            "sessionVariables",
            "connectionCollation",
            "characterSetResults",
            "autoReconnect",
            "allowMultiQueries",
            "useCursorFetch",
            "useCompression",
            "useBulkStmts",
            "useBulkStmtsForInserts",
            "initSQL",
            "queryInterceptors",
            "statementInterceptors",
            "cachePrepStmts",
            "assumeMinServerVersion",
            "useLocalSessionState",
            "dumpQueriesOnException",
            "profileSQL",
            "logger",
            "timezone",
            "connectionTimeZone",
            "serverTimezone",
            "maxRows",
            "assureReadOnly",
            "returnMultiValuesGeneratedIds",
            "allowLoadLocalInfile",
            "allowLoadLocalInfileInPath",
            "allowLocalInfile",
            "allowUrlInLocalInfile");

    private MysqlDriver() {}

    /** The driver that the database names, or the first that understands its URL. */
    static Driver find(DatabaseSpec database, DriverLibrary drivers) {
        List<String> classes = database.driverClass() != null
                ? Collections.singletonList(database.driverClass())
                : MysqlUrl.of(database).isOfMariaDb() ? Collections.singletonList(MARIADB) : OF_MYSQL_URLS;
        DbCopyException missing = null;
        for (String driverClass : classes) {
            try {
                return supported(drivers.driver(database, driverClass), database);
            } catch (DbCopyException e) {
                if (e.error() != DbError.DB_DRIVER_MISSING) {
                    throw e;
                }
                missing = missing == null ? e : missing;
            }
        }
        throw missing;
    }

    /** Settings for the URL; those with a null value are only to be left out of it. */
    static Map<String, String> settings(Driver driver) {
        Map<String, String> settings = new LinkedHashMap<>();
        NOT_OURS.forEach(name -> settings.put(name, null));
        settings.put("useServerPrepStmts", "false");
        settings.put("rewriteBatchedStatements", "true");
        settings.put("tinyInt1isBit", "false");
        settings.put("yearIsDateType", "false");
        if (isOfMariaDb(driver)) {
            settings.put("useBulkStmts", "false");
            settings.put("permitMysqlScheme", "true");
            settings.put("defaultFetchSize", "1"); // rows come as they are read
        } else {
            settings.put("useUnicode", "true");
            settings.put("characterEncoding", "UTF-8");
            settings.put("readOnlyPropagatesToServer", "false"); // or it takes LOCK TABLES for writing
            settings.put("serverTimezone", "UTC"); // or the driver would have to know the server's by name
            settings.put("defaultFetchSize", String.valueOf(Integer.MIN_VALUE)); // rows come as they are read
        }
        return settings;
    }

    /**
     * What lets a session take rows as if they came from a file of the client's. MySQL's drivers would then give any file that a
     * server asks for: only the staging database's gets it.
     */
    static Map<String, String> loading(Driver driver) {
        return Collections.singletonMap(isOfMariaDb(driver) ? "allowLocalInfile" : "allowLoadLocalInfile", "true");
    }

    private static Driver supported(Driver driver, DatabaseSpec database) {
        int major = driver.getMajorVersion();
        boolean supported = isOfMariaDb(driver) ? major >= 2 : major > 5 || major == 5 && driver.getMinorVersion() >= 1;
        if (!supported) {
            throw new DbCopyException(
                    DbError.DB_UNSUPPORTED,
                    "The JDBC driver " + driver.getClass().getName() + " " + major + "." + driver.getMinorVersion()
                            + " is not supported; supported are MySQL Connector/J 5.1 and newer, and MariaDB Connector/J 2"
                            + " and newer.",
                    database.name());
        }
        return driver;
    }

    private static boolean isOfMariaDb(Driver driver) {
        return driver.getClass().getName().startsWith("org.mariadb.");
    }
}
