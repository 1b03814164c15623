package org.carbonupgrade.dbcopy.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that a database consists of apart from its rows, in an order in which it can be made. Immutable. */
public final class Schema {

    private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
    private final List<Table> tables;
    private final List<String> notCarried;

    /** @param notCarried what the database has and a copy can't be given, each with the reason */
    public Schema(List<SchemaObject> objects, List<Table> tables, List<String> notCarried) {
        objects.forEach(object -> this.objects.put(object.id(), object));
        this.tables = Collections.unmodifiableList(tables);
        this.notCarried = Collections.unmodifiableList(notCarried);
    }

    /** The schema without the objects, and the tables with their names, that are to be left out. */
    public Schema without(Predicate<String> names) {
        return new Schema(
                objects.values().stream()
                        .filter(object -> !names.test(object.name()))
                        .collect(Collectors.toList()),
                tables.stream().filter(table -> !names.test(table.name())).collect(Collectors.toList()),
                notCarried);
    }

    public List<Table> tables() {
        return tables;
    }

    public List<String> notCarried() {
        return notCarried;
    }

    public Map<String, SchemaObject> objects() {
        return Collections.unmodifiableMap(objects);
    }

    /** The objects made before, or those made after, the rows. */
    public List<SchemaObject> objects(boolean afterRows) {
        return objects.values().stream()
                .filter(object -> object.afterRows() == afterRows)
                .collect(Collectors.toList());
    }

    public boolean has(SchemaObject object) {
        return objects.containsKey(object.id());
    }
}
