package org.carbonupgrade.dbcopy.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.SchemaDifference;
import org.carbonupgrade.dbcopy.SchemaDifference.Kind;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;

/** Holds the objects of two schemas against each other. */
final class SchemaComparison {

    private SchemaComparison() {}

    static List<SchemaDifference> of(Schema source, Schema target) {
        List<SchemaDifference> differences = new ArrayList<>();
        for (SchemaObject mine : compared(source)) {
            SchemaObject other = target.like(mine).orElse(null);
            if (other == null) {
                differences.add(difference(Kind.MISSING, mine, mine, null));
            } else if (!mine.secret() && !mine.definition().equals(other.definition())) {
                differences.add(difference(Kind.CHANGED, mine, mine, other));
            }
        }
        for (SchemaObject other : compared(target)) {
            // The staging database has a user of its own, under any name.
            if (!source.like(other).isPresent() && !other.secret()) {
                differences.add(difference(Kind.EXTRA, other, null, other));
            }
        }
        return differences;
    }

    private static List<SchemaObject> compared(Schema schema) {
        return schema.objects().stream()
                .filter(object -> object.kind() != SchemaObject.Kind.OPTION)
                .collect(Collectors.toList());
    }

    private static SchemaDifference difference(Kind kind, SchemaObject object, SchemaObject mine, SchemaObject other) {
        return new SchemaDifference(
                kind, object.kind().label(), object.name().toString(), definition(mine), definition(other));
    }

    private static String definition(SchemaObject object) {
        return object == null || object.secret() ? null : object.definition();
    }
}
