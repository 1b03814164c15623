package org.carbonupgrade.dbcopy.internal.dialect.oracle;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.CatalogueDialect;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.LargeValue;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Values;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Oracle 11g and newer: a database is the current schema of a session, which is the user's own unless a trigger says otherwise. */
public final class OracleDialect extends CatalogueDialect {

    /** {@code ORA-01408}: another index on these columns, which a key has made already. */
    private static final int INDEXED_ALREADY = 1408;

    public OracleDialect() {
        super("Oracle", new OracleWords(), new ScriptRunner("/", INDEXED_ALREADY));
    }

    @Override
    public boolean handles(String url) {
        return url.startsWith(OracleUrl.PREFIX);
    }

    @Override
    protected ServerUrl url(DatabaseSpec database) {
        return OracleUrl.of(database);
    }

    @Override
    protected String driverClass(DatabaseSpec database) {
        return "oracle.jdbc.OracleDriver";
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new OracleSchemaReader(connection).read();
    }

    @Override
    public ValueBinder binder() {
        return OracleDialect::bind;
    }

    @Override
    protected String dropTable(ObjectName table) {
        return "DROP TABLE " + table.sql() + " CASCADE CONSTRAINTS PURGE";
    }

    @Override
    protected List<String> missingRights(Connection target, Schema schema) throws SQLException {
        List<String> held = Jdbc.column(target, "SELECT PRIVILEGE FROM SESSION_PRIVS");
        List<String> missing = new ArrayList<>();
        need("CREATE TABLE", held, missing);
        for (Kind kind : new Kind[] {Kind.SEQUENCE, Kind.TRIGGER, Kind.VIEW, Kind.PROCEDURE}) {
            boolean used = schema.objects().stream()
                    .anyMatch(object ->
                            object.kind() == kind || kind == Kind.PROCEDURE && object.kind() == Kind.FUNCTION);
            if (used) {
                need("CREATE " + kind.name(), held, missing);
            }
        }
        return missing;
    }

    private static void need(String right, List<String> held, List<String> missing) {
        if (!held.contains(right) && !held.contains(right.replace("CREATE ", "CREATE ANY "))) {
            missing.add(right);
        }
    }

    @Override
    public List<String> statistics(Table table) {
        return Collections.singletonList(
                "BEGIN DBMS_STATS.GATHER_TABLE_STATS(SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'), "
                        + SqlText.literal(table.name().sql()) + "); END;");
    }

    /** As a decimal number neither infinity nor what is not a number could be given, and an empty stream would be null. */
    private static void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value instanceof InputStream || value instanceof Reader) {
            LargeValue large = LargeValue.of(value);
            if (large.isEmpty() && column.jdbcType() == Types.BLOB) {
                statement.setBlob(index, statement.getConnection().createBlob());
            } else if (large.isEmpty() && column.jdbcType() == Types.CLOB) {
                statement.setClob(index, statement.getConnection().createClob());
            } else {
                large.bind(statement, index);
            }
        } else if (value instanceof Float || value instanceof Double) {
            statement.setObject(index, value, column.jdbcType());
        } else {
            Values.bind(statement, index, column, value);
        }
    }
}
