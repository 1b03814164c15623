package org.carbonupgrade.dbcopy.internal.dialect.oracle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Reading;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SessionWords;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** What sessions of Oracle are told and asked. */
final class OracleWords extends SessionWords {

    static final String DATE = "SYYYY-MM-DD HH24:MI:SS";
    static final String TIMESTAMP = "SYYYY-MM-DD HH24:MI:SS.FF9";
    static final String ZONED = "SYYYY-MM-DD HH24:MI:SS.FF9 TZR";

    /** The driver asks for ten rows at a time unless it is told otherwise. */
    @Override
    public Properties driver() {
        Properties driver = new Properties();
        driver.setProperty("defaultRowPrefetch", "100");
        return driver;
    }

    /** Chunks come in the order of a key, of which the first rows are wanted. The driver sets language and territory, and with them the order of texts, as the JVM's locale has it. */
    @Override
    public List<String> everyone() {
        return Arrays.asList(
                "ALTER SESSION SET OPTIMIZER_MODE = FIRST_ROWS_1000",
                "ALTER SESSION SET NLS_SORT = BINARY",
                "ALTER SESSION SET NLS_COMP = BINARY",
                "ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'",
                "ALTER SESSION SET NLS_CALENDAR = 'GREGORIAN'",
                "ALTER SESSION SET NLS_DATE_LANGUAGE = 'AMERICAN'",
                "ALTER SESSION SET NLS_DATE_FORMAT = '" + DATE + "'",
                "ALTER SESSION SET NLS_TIMESTAMP_FORMAT = '" + TIMESTAMP + "'",
                "ALTER SESSION SET NLS_TIMESTAMP_TZ_FORMAT = '" + ZONED + "'",
                "ALTER SESSION SET TIME_ZONE = '+00:00'");
    }

    /** Every node of a cluster has the name of its database; a schema has a number, and the moment when it was made. */
    @Override
    public String who() {
        return "SELECT SYS_CONTEXT('USERENV', 'DB_UNIQUE_NAME') || '.' || SYS_CONTEXT('USERENV', 'DB_DOMAIN') || '/' ||"
                + " USERNAME || '/' || USER_ID || '/' || TO_CHAR(CREATED, 'YYYYMMDDHH24MISS') FROM ALL_USERS WHERE USERNAME = "
                + OracleSchemaReader.SCHEMA;
    }

    @Override
    public String common() {
        return "SELECT PARAMETER, VALUE FROM NLS_DATABASE_PARAMETERS"
                + " WHERE PARAMETER IN ('NLS_CHARACTERSET', 'NLS_NCHAR_CHARACTERSET')";
    }

    @Override
    public Reading reading(Connection source) {
        return Reading.ofOneState("SET TRANSACTION READ ONLY");
    }

    @Override
    public String size() {
        return "SELECT SUM(BYTES) FROM USER_SEGMENTS";
    }

    @Override
    public List<String> makeScratch(Connection connection, String name) throws SQLException {
        String tablespace = first(
                connection,
                "SELECT PROPERTY_VALUE FROM DATABASE_PROPERTIES WHERE PROPERTY_NAME = 'DEFAULT_PERMANENT_TABLESPACE'");
        String password = "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        return Collections.singletonList("CREATE USER " + ObjectName.quote(name) + " IDENTIFIED BY \"" + password
                + "\" QUOTA UNLIMITED ON " + ObjectName.quote(tablespace));
    }

    @Override
    public List<String> enterScratch(String name) {
        return Collections.singletonList("ALTER SESSION SET CURRENT_SCHEMA = " + ObjectName.quote(name));
    }

    @Override
    public List<String> dropScratch(Connection connection, String name) {
        return Collections.singletonList("DROP USER " + ObjectName.quote(name) + " CASCADE");
    }
}
