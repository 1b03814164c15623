package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Reading;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SessionWords;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;

/** What sessions of SQL Server are told and asked. */
final class SqlServerWords extends SessionWords {

    private static final String ALLOWED = "1";

    /** As indexes on computed columns and filtered indexes ask for. */
    @Override
    public List<String> everyone() {
        return Arrays.asList(
                "SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON",
                "SET NUMERIC_ROUNDABORT OFF",
                "SET DATEFORMAT ymd",
                "SET TEXTSIZE 2147483647",
                "SET LOCK_TIMEOUT -1");
    }

    @Override
    public String who() {
        return "SELECT CAST(SERVERPROPERTY('ServerName') AS NVARCHAR(256)) + '/' + DB_NAME()";
    }

    @Override
    public String common() {
        return "SELECT 'collation', CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))";
    }

    /** A snapshot is one transaction's. */
    @Override
    public Reading reading(Connection source) throws SQLException {
        String of = " FROM sys.databases WHERE name = DB_NAME()";
        if (ALLOWED.equals(first(source, "SELECT CAST(is_read_only AS INT)" + of))) {
            return Reading.ofWhatNobodyWrites();
        }
        return ALLOWED.equals(first(source, "SELECT CAST(snapshot_isolation_state AS INT)" + of))
                ? Reading.ofOneState("SET TRANSACTION ISOLATION LEVEL SNAPSHOT")
                : Reading.ofWhatIsCommitted("the database does not allow snapshot isolation");
    }

    @Override
    public String size() {
        return "SELECT SUM(CAST(size AS BIGINT)) * 8192 FROM sys.database_files";
    }

    @Override
    public List<String> makeScratch(Connection connection, String name) throws SQLException {
        String collation = first(connection, common().replace("'collation', ", ""));
        return Collections.singletonList("CREATE DATABASE " + ObjectName.quote(name) + " COLLATE " + collation);
    }

    @Override
    public List<String> enterScratch(String name) {
        return Collections.singletonList("USE " + ObjectName.quote(name));
    }

    @Override
    public List<String> dropScratch(Connection connection, String name) {
        return Arrays.asList(
                "ALTER DATABASE " + ObjectName.quote(name) + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                "DROP DATABASE " + ObjectName.quote(name));
    }
}
