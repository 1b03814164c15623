package org.carbonupgrade.dbcopy.internal.vendors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.junit.Test;

/** SQL Server fills ids by identity columns. */
public class SqlServerCarbonSchemaTest extends VendorTest {

    private static int servers;

    @Override
    FakeServer server() throws Exception {
        return sqlServer();
    }

    static FakeServer sqlServer() throws Exception {
        return new FakeServer("sqlserver", 15, "FROM sys\\.|SCHEMA_NAME|SERVERPROPERTY|DATABASEPROPERTYEX")
                .with(
                        "CAST(SERVERPROPERTY('ServerName') AS NVARCHAR(256)) + '/' + DB_NAME()",
                        "'server" + servers++ + "'")
                .with("CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS NVARCHAR(128))", "'Latin1_General_CI_AS'")
                .with("'ALTER on schema ' + SCHEMA_NAME()", "'ALTER'")
                .with("HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', p.permission_name)", "1")
                .with("HAS_PERMS_BY_NAME(SCHEMA_NAME(), 'SCHEMA', 'ALTER')", "1")
                .with("DB_NAME()", "'carbon'")
                .with("SCHEMA_NAME()", "'dbo'");
    }

    @Override
    String scriptName() {
        return "mssql";
    }

    @Override
    ScriptRunner scripts() {
        return new ScriptRunner(";");
    }

    @Override
    String url(String place) {
        return "jdbc:sqlserver://" + place + ":1433;databaseName=carbon;";
    }

    @Override
    void record(ParsedSchema made) throws Exception {
        new SqlServerCatalogue(source).record(made);
    }

    /** INTEGER is a word for int; a column with an identity is never null. */
    @Override
    void normalise(ParsedSchema made) {
        made.tables.values().forEach(table -> table.columns.values().forEach(column -> {
            column.type = column.type.replaceFirst("^INTEGER$", "INT");
            column.notNull |= column.identity != null;
        }));
    }

    @Test
    public void opensIdentityColumnsForGivenValuesBeforeTheRowsCome() {
        int open = given.indexOf("IF OBJECTPROPERTY(OBJECT_ID(N'\"dbo\".\"UM_USER\"'), 'TableHasIdentity') = 1"
                + " SET IDENTITY_INSERT \"dbo\".\"UM_USER\" ON");

        assertTrue(0 <= open && open < first("INSERT INTO \"dbo\".\"UM_USER\"\\("));
    }

    @Test
    public void goesOnWithTheNumbersThatTheIdentitiesHaveNotGivenYet() {
        assertTrue(
                given.toString(),
                given.contains(
                        "DBCC CHECKIDENT (N'\"dbo\".\"UM_USER\"', RESEED, " + (SqlServerCatalogue.LAST + 1) + ")"));
    }

    @Test
    public void readsASnapshotWhereTheDatabaseAllowsIt() throws Exception {
        assertTrue(source.statements().contains("SET TRANSACTION ISOLATION LEVEL SNAPSHOT"));

        source.sql("UPDATE SYS.DATABASES SET snapshot_isolation_state = 0");
        target = server();
        assertTrue(copy(1).strategy().contains("exact only if nobody writes meanwhile"));
        assertEquals(
                1,
                source.statements().stream()
                        .filter(each -> each.endsWith("LEVEL SNAPSHOT"))
                        .count());
    }
}
