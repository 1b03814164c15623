package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/**
 * Says views and defaults of one version in the words that another has for them already: 16 leaves out the table's name before
 * columns of a single table, and 15 the letter before a string of bits.
 */
final class PgTranslation {

    private static final Pattern QUALIFIER =
            Pattern.compile("(?<![\\w'\".])(?:\"(?:[^\"]|\"\")+\"|[a-z_]\\w*)\\.(?=[\"a-z_*])");
    private static final Pattern BITS = Pattern.compile("\\bB(?='[01]*')");

    private PgTranslation() {}

    /** The schema with those definitions of the other one that say the same in other words. */
    static Schema into(Schema words, Schema schema) {
        List<SchemaObject> objects =
                schema.objects().stream().map(object -> into(words, object)).collect(Collectors.toList());
        return new Schema(schema.home(), objects, schema.tables(), schema.notCarried());
    }

    private static SchemaObject into(Schema words, SchemaObject object) {
        if (object.kind() != Kind.VIEW && object.kind() != Kind.DEFAULT) {
            return object;
        }
        String loose = loosely(object);
        return words.like(object).filter(other -> loosely(other).equals(loose)).orElse(object);
    }

    private static String loosely(SchemaObject object) {
        String definition = BITS.matcher(object.definition()).replaceAll("");
        return object.kind() == Kind.VIEW ? QUALIFIER.matcher(definition).replaceAll("") : definition;
    }
}
