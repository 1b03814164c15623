package org.carbonupgrade.dbcopy.internal.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that a database consists of apart from its rows, in an order in which it can be made. Immutable. */
public final class Schema {

    private final String home;
    private final Map<List<Object>, SchemaObject> objects = new LinkedHashMap<>();
    private final List<Table> tables;
    private final List<String> notCarried;

    /**
     * @param home where an unqualified name is looked for and made, such as {@code PUBLIC}; empty if no name is qualified
     * @param notCarried what the database has and a copy can't be given, each with the reason
     */
    public Schema(String home, List<SchemaObject> objects, List<Table> tables, List<String> notCarried) {
        this.home = home;
        this.tables = Collections.unmodifiableList(tables);
        this.notCarried = Collections.unmodifiableList(notCarried);
        for (SchemaObject object : objects) {
            if (this.objects.put(id(object), object) != null) {
                throw new IllegalArgumentException("two things are the " + object);
            }
        }
    }

    /** The schema without some tables and all that is part of them. */
    public Schema without(Predicate<ObjectName> hidden) {
        return new Schema(
                home,
                objects.values().stream()
                        .filter(object -> !hidden.test(object.table())
                                && !(object.kind() == SchemaObject.Kind.TABLE && hidden.test(object.name())))
                        .collect(Collectors.toList()),
                tables.stream().filter(table -> !hidden.test(table.name())).collect(Collectors.toList()),
                notCarried);
    }

    /** Where an unqualified name is looked for and made. */
    public String home() {
        return home;
    }

    /** The name of what is made without a qualifier, as it is found afterwards. */
    public ObjectName atHome(String name) {
        return home.isEmpty() ? ObjectName.of(name) : ObjectName.of(home, name);
    }

    /** Sorted by name; unmodifiable. */
    public List<Table> tables() {
        return tables;
    }

    /** What a copy can't be given, each with the reason; unmodifiable. */
    public List<String> notCarried() {
        return notCarried;
    }

    /** Everything, in an order in which it can be made; unmodifiable. */
    public Collection<SchemaObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** What is made at this stage, in an order in which it can be. */
    public List<SchemaObject> objects(SchemaObject.Stage stage) {
        return objects.values().stream()
                .filter(object -> object.stage() == stage)
                .collect(Collectors.toList());
    }

    /** The object of the same kind and name, however it is defined. */
    public Optional<SchemaObject> like(SchemaObject object) {
        return Optional.ofNullable(objects.get(id(object)));
    }

    private static List<Object> id(SchemaObject object) {
        return Arrays.asList(object.kind(), object.name());
    }
}
