package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/**
 * Collects the objects of a schema and puts them into an order in which they can be made: by kind, and each behind what it depends
 * on, as the server itself keeps it.
 */
final class PgObjects {

    /** Which object depends on which; a view's text is a rule's, a column's default an object of its own. */
    private static final String DEPENDENCIES = "SELECT DISTINCT"
            + " CASE WHEN r.oid IS NOT NULL THEN 'pg_class' ELSE x.relname END, coalesce(r.ev_class, d.objid),"
            + " CASE WHEN t.typrelid <> 0 THEN 'pg_class' ELSE y.relname END,"
            + " CASE WHEN t.typrelid <> 0 THEN t.typrelid WHEN t.typelem <> 0 AND t.typlen = -1 THEN t.typelem"
            + " ELSE d.refobjid END"
            + " FROM pg_catalog.pg_depend d"
            + " JOIN pg_catalog.pg_class x ON x.oid = d.classid JOIN pg_catalog.pg_class y ON y.oid = d.refclassid"
            + " LEFT JOIN pg_catalog.pg_rewrite r ON d.classid = 'pg_catalog.pg_rewrite'::regclass"
            + " AND r.oid = d.objid AND r.rulename = '_RETURN'"
            + " LEFT JOIN pg_catalog.pg_type t ON d.refclassid = 'pg_catalog.pg_type'::regclass AND t.oid = d.refobjid"
            + " WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype IN ('n', 'a')";

    private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
    private final List<String> notCarried = new ArrayList<>();

    /** An object that others may depend on. */
    void add(String catalog, long oid, SchemaObject object) {
        objects.put(catalog + " " + oid, object);
    }

    /** An object that nothing depends on. */
    void add(Kind kind, ObjectName name, ObjectName table, String definition, Stage stage) {
        objects.put(kind + " " + name, new SchemaObject(kind, name, table, definition, definition, stage));
    }

    void notCarried(String what) {
        notCarried.add(what);
    }

    List<String> notCarried() {
        return notCarried;
    }

    List<SchemaObject> inOrder(PgCatalog catalog) throws SQLException {
        Map<String, Set<String>> needs = new HashMap<>();
        catalog.each(DEPENDENCIES, row -> {
            String one = row.getString(1) + " " + row.getLong(2);
            String other = row.getString(3) + " " + row.getLong(4);
            if (!one.equals(other) && objects.containsKey(one) && objects.containsKey(other)) {
                needs.computeIfAbsent(one, id -> new LinkedHashSet<>()).add(other);
            }
        });
        Map<String, SchemaObject> ordered = new LinkedHashMap<>();
        Set<String> entered = new LinkedHashSet<>();
        objects.keySet().forEach(id -> visit(id, needs, entered, ordered));
        return new ArrayList<>(ordered.values());
    }

    /** What needs something that is made later is made later itself. */
    private void visit(
            String id, Map<String, Set<String>> needs, Set<String> entered, Map<String, SchemaObject> ordered) {
        if (!entered.add(id)) {
            return;
        }
        SchemaObject object = objects.get(id);
        Stage stage = object.stage();
        for (String need : needs.getOrDefault(id, new LinkedHashSet<>())) {
            visit(need, needs, entered, ordered);
            SchemaObject needed = ordered.get(need);
            if (needed != null && needed.stage().compareTo(stage) > 0) {
                stage = needed.stage();
            }
        }
        ordered.put(
                id,
                stage == object.stage()
                        ? object
                        : new SchemaObject(
                                object.kind(),
                                object.name(),
                                object.table(),
                                object.definition(),
                                object.meaning(),
                                stage));
    }
}
