package org.carbonupgrade.dbcopy.internal.dialect.db2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.CatalogueDialect;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ScriptRunner;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.ServerUrl;
import org.carbonupgrade.dbcopy.internal.dialect.catalogue.SqlText;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** DB2 for Linux, UNIX and Windows 9.7 and newer: a database is the current schema of a session. */
public final class Db2Dialect extends CatalogueDialect {

    public Db2Dialect() {
        super("DB2", new Db2Words(), new ScriptRunner("/"));
    }

    @Override
    public boolean handles(String url) {
        return url.startsWith(Db2Url.PREFIX);
    }

    @Override
    protected ServerUrl url(DatabaseSpec database) {
        return Db2Url.of(database);
    }

    @Override
    protected String driverClass(DatabaseSpec database) {
        return "com.ibm.db2.jcc.DB2Driver";
    }

    @Override
    public Schema schema(Connection connection) throws SQLException {
        return new Db2SchemaReader(connection).read();
    }

    @Override
    protected String dropTable(ObjectName table) {
        return "DROP TABLE " + table.sql();
    }

    /** The command wants the schema's name. */
    @Override
    public List<String> statistics(Table table) {
        return Collections.singletonList("CALL SYSPROC.ADMIN_CMD('RUNSTATS ON TABLE \"' || RTRIM(CURRENT SCHEMA) || "
                + SqlText.literal("\"." + table.name().sql() + " AND INDEXES ALL") + ")");
    }

    @Override
    public String renameIndex(SchemaObject index, ObjectName name) {
        return "RENAME INDEX " + index.name().sql() + " TO " + ObjectName.quote(name.last());
    }
}
