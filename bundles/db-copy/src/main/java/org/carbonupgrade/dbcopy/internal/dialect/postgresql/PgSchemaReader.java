package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads the schema of a PostgreSQL database: its catalogue, in the server's own words where it has any. */
final class PgSchemaReader {

    private final PgCatalog catalog;
    private final PgObjects objects = new PgObjects();
    private final PgRoles roles;

    PgSchemaReader(PgCatalog catalog, PgRoles roles) {
        this.catalog = catalog;
        this.roles = roles;
    }

    /**
     * Everything, with every name qualified: that takes an empty search path, which is put back.
     *
     * @param ofSource whether to name also what is not content, but is set for a database
     */
    Schema read(boolean ofSource) throws SQLException {
        String home = catalog.value(PgCatalog.HOME);
        String path = catalog.value("SELECT pg_catalog.current_setting('search_path')");
        searchIn("");
        try {
            return home.startsWith(PgScratch.PREFIX) ? scratch(home) : read(home, ofSource);
        } finally {
            searchIn(path);
        }
    }

    private Schema read(String home, boolean ofSource) throws SQLException {
        new PgNamespaces(catalog, objects).read();
        new PgTypes(catalog, objects).read();
        new PgRoutines(catalog, objects).read();
        new PgSequences(catalog, objects).read();
        List<Table> tables = new PgTables(catalog, objects).read();
        new PgKeys(catalog, objects).read();
        PgCode code = new PgCode(catalog, objects);
        code.views();
        code.triggersAndRules();
        code.policies();
        code.statistics();
        PgRights rights = new PgRights(catalog, objects, roles);
        rights.comments();
        rights.read();
        PgLeftOut leftOut = new PgLeftOut(catalog, objects);
        leftOut.read();
        if (ofSource) {
            leftOut.settings();
            leftOut.defaultPrivileges();
        }
        return new Schema(home, objects.inOrder(catalog), tables, objects.notCarried());
    }

    /** What a script has made in a scratch schema, as if it had been made in the schema that this one stands for. */
    private Schema scratch(String name) throws SQLException {
        String home = catalog.value(
                "SELECT pg_catalog.obj_description(oid, 'pg_namespace') FROM pg_catalog.pg_namespace WHERE nspname = "
                        + PgCatalog.literal(name));
        Schema all = read(name, false);
        String prefix = ObjectName.of(name).toString() + ".";
        List<SchemaObject> made = all.objects().stream()
                .filter(object -> object.name().toString().startsWith(prefix))
                .map(object -> new SchemaObject(
                        object.kind(),
                        renamed(object.name(), prefix, home),
                        renamed(object.table(), prefix, home),
                        renamed(object.definition(), name, home),
                        renamed(object.meaning(), name, home),
                        object.stage()))
                .collect(Collectors.toList());
        List<Table> tables = new ArrayList<>();
        for (Table table : all.tables()) {
            if (table.name().toString().startsWith(prefix)) {
                tables.add(new Table(renamed(table.name(), prefix, home), table.columns(), table.key()));
            }
        }
        return new Schema(home, made, tables, all.notCarried());
    }

    private static ObjectName renamed(ObjectName name, String prefix, String home) {
        return name.toString().startsWith(prefix) ? name.moved(home) : name;
    }

    /** The server quotes names only where it must, we always do. */
    private static String renamed(String sql, String scratch, String home) {
        String quoted = ObjectName.quote(home);
        return sql.replace(ObjectName.quote(scratch), quoted)
                .replace(scratch, home.matches("[a-z_][a-z0-9_]*") ? home : quoted);
    }

    private void searchIn(String path) throws SQLException {
        catalog.value("SELECT pg_catalog.set_config('search_path', " + PgCatalog.literal(path) + ", false)");
    }
}
