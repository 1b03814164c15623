package org.carbonupgrade.dbcopy.internal.dialect.h2;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;

/** Puts sequences, identity columns' included, to the position that the script found them at: loading rows moves them. */
final class H2Sequences {

    private static final Pattern MADE =
            Pattern.compile("CREATE SEQUENCE (.+) START WITH (-?\\d+)\\b.*", Pattern.DOTALL);

    private H2Sequences() {}

    static List<String> positions(Collection<SchemaObject> objects) {
        return objects.stream()
                .filter(object -> object.kind() == SchemaObject.Kind.SEQUENCE)
                .map(object -> {
                    Matcher made = MADE.matcher(object.definition());
                    if (!made.matches()) {
                        throw new IllegalStateException("not the way H2 writes a sequence: " + object.definition());
                    }
                    return "ALTER SEQUENCE " + made.group(1) + " RESTART WITH " + made.group(2);
                })
                .collect(Collectors.toList());
    }
}
