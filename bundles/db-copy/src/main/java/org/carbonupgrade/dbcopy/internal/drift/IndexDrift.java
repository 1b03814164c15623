package org.carbonupgrade.dbcopy.internal.drift;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
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

    private final Schema actual;
    private final BiFunction<SchemaObject, ObjectName, String> rename;
    private final List<SchemaDrift> drifts = new ArrayList<>();

    private IndexDrift(Schema actual, BiFunction<SchemaObject, ObjectName, String> rename) {
        this.actual = actual;
        this.rename = rename;
    }

    /**
     * The drift of tables that are there; a table that is missing is said to be elsewhere.
     *
     * @param rename the SQL that gives an index another name
     */
    static List<SchemaDrift> of(Schema expected, Schema actual, BiFunction<SchemaObject, ObjectName, String> rename) {
        IndexDrift drift = new IndexDrift(actual, rename);
        drift.judge(expected);
        return drift.drifts;
    }

    /** How many there are. */
    static int count(Schema schema) {
        return indexes(schema).size();
    }

    private void judge(Schema expected) {
        Set<ObjectName> tables = actual.tables().stream().map(Table::name).collect(Collectors.toSet());
        List<SchemaObject> wanted = indexes(expected);
        wanted.removeIf(object -> !tables.contains(object.table()));
        List<SchemaObject> found = indexes(actual);
        wanted.removeIf(
                object -> found.removeIf(other -> other.name().equals(object.name()) && doTheSame(other, object)));
        for (SchemaObject object : wanted) {
            Optional<SchemaObject> other =
                    found.stream().filter(each -> doTheSame(each, object)).findFirst();
            other.ifPresent(found::remove);
            if (!other.isPresent()) {
                add(SchemaDrift.Kind.INDEX_MISSING, object, "is missing", object.definition());
            } else if (object.kind() == Kind.INDEX) {
                add(
                        SchemaDrift.Kind.INDEX_RENAMED,
                        object,
                        "is called " + other.get().name(),
                        rename.apply(other.get(), object.name()));
            }
        }
        found.forEach(object -> add(SchemaDrift.Kind.EXTRA, object, "is not made by the create script", null));
    }

    /** A statement can't mend what needs a name that something else has. */
    private void add(SchemaDrift.Kind kind, SchemaObject object, String what, String mend) {
        boolean taken = actual.like(object).isPresent();
        String label = "the " + object.kind().label() + " " + what;
        drifts.add(new SchemaDrift(
                kind,
                object.table().toString(),
                object.name().toString(),
                taken && mend != null ? label + ", and another one has its name" : label,
                taken ? null : mend));
    }

    private static boolean doTheSame(SchemaObject one, SchemaObject other) {
        return one.kind() == other.kind() && one.meaning().equals(other.meaning());
    }

    private static List<SchemaObject> indexes(Schema schema) {
        return schema.objects().stream()
                .filter(object -> KINDS.contains(object.kind()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
