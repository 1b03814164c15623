package org.carbonupgrade.dbcopy.internal.drift;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * Indexes and keys that are missing, named otherwise, or extra. What counts is what they do: names of keys are made up by the
 * database, and an index under another name does the same work. Carbon has two indexes that do the same; each is matched once.
 */
final class IndexDrift {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.PRIMARY_KEY, Kind.INDEX, Kind.CONSTRAINT, Kind.FOREIGN_KEY);

    private IndexDrift() {}

    /**
     * The drift of tables that are there; a table that is missing is said to be elsewhere.
     *
     * @param rename the SQL that gives an index another name
     */
    static List<SchemaDrift> of(Schema expected, Schema actual, BiFunction<SchemaObject, String, String> rename) {
        Set<String> tables = actual.tables().stream().map(Table::name).collect(Collectors.toSet());
        List<SchemaObject> wanted = indexes(expected);
        wanted.removeIf(object -> !tables.contains(object.table()));
        List<SchemaObject> found = indexes(actual);
        List<SchemaDrift> drifts = new ArrayList<>();
        for (Iterator<SchemaObject> each = wanted.iterator(); each.hasNext(); ) {
            SchemaObject object = each.next();
            if (found.removeIf(other -> other.id().equals(object.id()) && sameMeaning(other, object))) {
                each.remove();
            }
        }
        for (SchemaObject object : wanted) {
            SchemaObject other = takeSameMeaning(object, found);
            if (other == null) {
                drifts.add(new SchemaDrift(
                        SchemaDrift.Kind.INDEX_MISSING,
                        object.table(),
                        object.name(),
                        "the " + object.kind().label() + " is missing",
                        object.definition()));
            } else if (object.kind() == Kind.INDEX) {
                drifts.add(new SchemaDrift(
                        SchemaDrift.Kind.INDEX_RENAMED,
                        object.table(),
                        object.name(),
                        "the index is called " + other.name(),
                        rename.apply(other, object.name())));
            }
        }
        found.stream()
                .map(object -> new SchemaDrift(
                        SchemaDrift.Kind.EXTRA,
                        object.table(),
                        object.name(),
                        "the " + object.kind().label() + " is not made by the create script",
                        null))
                .forEach(drifts::add);
        return drifts;
    }

    /** How many there are. */
    static int count(Schema schema) {
        return indexes(schema).size();
    }

    private static SchemaObject takeSameMeaning(SchemaObject wanted, List<SchemaObject> found) {
        for (Iterator<SchemaObject> each = found.iterator(); each.hasNext(); ) {
            SchemaObject object = each.next();
            if (object.kind() == wanted.kind() && sameMeaning(object, wanted)) {
                each.remove();
                return object;
            }
        }
        return null;
    }

    private static boolean sameMeaning(SchemaObject one, SchemaObject other) {
        return one.meaning().equals(other.meaning());
    }

    private static List<SchemaObject> indexes(Schema schema) {
        return schema.objects().values().stream()
                .filter(object -> KINDS.contains(object.kind()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
