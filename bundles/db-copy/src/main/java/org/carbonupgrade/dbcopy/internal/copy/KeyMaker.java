package org.carbonupgrade.dbcopy.internal.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.Table;
import org.carbonupgrade.dbcopy.internal.work.Stop;
import org.carbonupgrade.dbcopy.internal.work.Workers;

/**
 * Makes keys, indexes and all that is made when rows are there: those of a table as soon as its rows are, while others still come;
 * then what needs the keys of other tables, table by table; at last the rest, in its order.
 */
final class KeyMaker {

    private static final Set<Kind> OF_ONE_TABLE = EnumSet.of(Kind.PRIMARY_KEY, Kind.INDEX, Kind.CONSTRAINT);

    /** What needs the keys of other tables, one set after the other. */
    private static final List<Set<Kind>> OF_SEVERAL =
            Arrays.asList(EnumSet.of(Kind.PARTITION), EnumSet.of(Kind.FOREIGN_KEY));

    private final SchemaMaker maker;
    private final Map<ObjectName, List<SchemaObject>> byTable;
    private final List<SchemaObject> rest;
    private final int jobs;
    private final String where;
    private final Stop stop;

    /**
     * @param objects to be made, in an order in which one at a time could be
     * @param jobs how many at once; if one, everything is made in its order, when all rows are there
     * @param where the target's name
     */
    KeyMaker(SchemaMaker maker, List<SchemaObject> objects, int jobs, String where, Stop stop) {
        this.maker = maker;
        this.rest = new ArrayList<>(objects);
        this.byTable = jobs > 1 ? take(OF_ONE_TABLE) : new LinkedHashMap<>();
        this.jobs = jobs;
        this.where = where;
        this.stop = stop;
    }

    /** The rows of a table are there. */
    void loaded(Table table) {
        List<SchemaObject> own;
        synchronized (byTable) {
            own = byTable.remove(table.name());
        }
        if (own != null) {
            maker.make(own);
        }
    }

    /** The rows of all tables are there. */
    void finish() {
        if (jobs > 1) {
            makeAtOnce(byTable, jobs); // of what has no rows of its own: tables that consist of others
            for (Set<Kind> phase : OF_SEVERAL) {
                // An index becomes valid with the last of its parts, which two at once would each leave to the other.
                makeAtOnce(take(phase), phase.contains(Kind.PARTITION) ? 1 : jobs);
            }
        }
        maker.make(rest);
    }

    private void makeAtOnce(Map<ObjectName, List<SchemaObject>> tables, int atOnce) {
        Workers.all(atOnce, where, stop, new ArrayList<>(tables.values()), table -> {
            maker.make(table);
            return table;
        });
    }

    private Map<ObjectName, List<SchemaObject>> take(Set<Kind> kinds) {
        Predicate<SchemaObject> ofTable =
                object -> kinds.contains(object.kind()) && !object.table().equals(ObjectName.NONE);
        Map<ObjectName, List<SchemaObject>> taken = rest.stream()
                .filter(ofTable)
                .collect(Collectors.groupingBy(SchemaObject::table, LinkedHashMap::new, Collectors.toList()));
        rest.removeIf(ofTable);
        return taken;
    }
}
