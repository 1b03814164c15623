package org.carbonupgrade.dbcopy.internal.dialect.informix;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.ValueBinder;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.CatalogueDialect;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.Values;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Informix 11.70 and newer: a database of a server, with transaction log and not in ANSI mode. */
public final class InformixDialect extends CatalogueDialect {

    public InformixDialect() {
        super("Informix", new InformixWords(), new ScriptRunner(";"));
    }

    @Override
    public boolean handles(String url) {
        return url.startsWith(InformixUrl.PREFIX);
    }

    @Override
    protected ServerUrl url(DatabaseSpec database) {
        return InformixUrl.of(database);
    }

    @Override
    protected String driverClass(DatabaseSpec database) {
        return "com.informix.jdbc.IfxDriver";
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new InformixSchemaReader(connection).read();
    }

    @Override
    public ValueBinder binder() {
        return InformixDialect::bind;
    }

    /** A VARCHAR ends at 255 bytes, and a constraint's name stands behind it. */
    @Override
    public String markerTable(String name) {
        return "CREATE TABLE " + name
                + "(MARK VARCHAR(16) NOT NULL, TABLE_NO INTEGER NOT NULL, NOTE LVARCHAR(2000) NOT NULL,"
                + " PRIMARY KEY (MARK, TABLE_NO) CONSTRAINT " + name + "_PK) LOCK MODE ROW";
    }

    @Override
    protected String dropTable(ObjectName table) {
        return "DROP TABLE " + table.sql() + " CASCADE";
    }

    @Override
    public List<String> statistics(Table table) {
        return Collections.singletonList(
                "UPDATE STATISTICS LOW FOR TABLE " + table.name().sql());
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        return "RENAME INDEX " + index.name().sql() + " TO " + ObjectName.quote(name.last());
    }

    /** A date as text would be read as the session's settings have it. */
    private static void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException {
        if (value != null && column.jdbcType() == Types.DATE) {
            statement.setDate(index, Date.valueOf((String) value));
        } else {
            Values.bind(statement, index, column, value);
        }
    }
}
