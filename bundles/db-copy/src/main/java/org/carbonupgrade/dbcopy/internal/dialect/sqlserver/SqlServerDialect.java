package org.carbonupgrade.dbcopy.internal.dialect.sqlserver;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.CatalogueDialect;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** SQL Server 2008 and newer, with Microsoft's driver or jTDS: a database with all its schemas. */
public final class SqlServerDialect extends CatalogueDialect {

    private static final String FOREIGN_KEYS = "SELECT s.name, t.name, f.name FROM sys.foreign_keys f"
            + " JOIN sys.tables t ON t.object_id = f.parent_object_id JOIN sys.schemas s ON s.schema_id = t.schema_id";

    public SqlServerDialect() {
        super("SQL Server", new SqlServerWords(), new ScriptRunner(";"));
    }

    @Override
    public String scriptName() {
        return "mssql";
    }

    @Override
    public boolean handles(String url) {
        return SqlServerUrl.isOne(url);
    }

    @Override
    protected ServerUrl url(DatabaseSpec database) {
        return SqlServerUrl.of(database);
    }

    @Override
    protected String driverClass(DatabaseSpec database) {
        return database.url().startsWith(SqlServerUrl.JTDS)
                ? "net.sourceforge.jtds.jdbc.Driver"
                : "com.microsoft.sqlserver.jdbc.SQLServerDriver";
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new SqlServerSchemaReader(connection).read();
    }

    /** A session inserts given values into the identity column of one table at a time. */
    @Override
    public void expectRows(Connection target, Table table) throws SQLException {
        Jdbc.execute(
                target,
                "IF OBJECTPROPERTY(OBJECT_ID("
                        + SqlServerKeys.literal(table.name().sql())
                        + "), 'TableHasIdentity') = 1 SET IDENTITY_INSERT "
                        + table.name().sql() + " ON");
    }

    @Override
    protected List<String> missingRights(Connection target, Schema schema) throws SQLException {
        return Jdbc.column(
                target,
                "SELECT p.permission_name FROM (SELECT 'CREATE TABLE' AS permission_name) p"
                        + " WHERE HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', p.permission_name) = 0"
                        + " UNION ALL SELECT 'ALTER on schema ' + SCHEMA_NAME()"
                        + " WHERE HAS_PERMS_BY_NAME(SCHEMA_NAME(), 'SCHEMA', 'ALTER') = 0");
    }

    /** A table goes only when no foreign key leads to it. */
    @Override
    public void clear(Connection connection) throws SQLException {
        List<String> drops = new ArrayList<>();
        Jdbc.each(
                connection,
                FOREIGN_KEYS,
                row -> drops.add("ALTER TABLE "
                        + ObjectName.of(row.getString(1), row.getString(2)).sql() + " DROP CONSTRAINT "
                        + ObjectName.quote(row.getString(3))));
        for (String drop : drops) {
            Jdbc.execute(connection, drop);
        }
        super.clear(connection);
    }

    @Override
    protected String dropTable(ObjectName table) {
        return "DROP TABLE " + table.sql();
    }

    @Override
    public List<String> statistics(Table table) {
        return Collections.singletonList("UPDATE STATISTICS " + table.name().sql());
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        String found = index.table().sql() + "." + ObjectName.quote(index.name().last());
        return "EXEC sp_rename " + SqlServerKeys.literal(found) + ", " + SqlServerKeys.literal(name.last())
                + ", N'INDEX'";
    }
}
