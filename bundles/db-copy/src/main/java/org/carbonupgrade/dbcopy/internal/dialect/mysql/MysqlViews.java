package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Views in an order in which they can be made: those that others are made of come first. */
final class MysqlViews {

    private final List<String> names;
    private final Map<String, View> views = new HashMap<>();

    MysqlViews(List<String> names) {
        this.names = names;
    }

    List<String> names() {
        return names;
    }

    void put(String name, String definition, String charset, String collation) {
        views.put(name, new View(name, definition, charset, collation));
    }

    /** The others are named in a definition; a column of the same name costs nothing but an order that is not needed. */
    List<View> inOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        names.forEach(name -> visit(name, new LinkedHashSet<>(), ordered));
        return ordered.stream().map(views::get).filter(Objects::nonNull).collect(Collectors.toList());
    }

    private void visit(String name, Set<String> path, Set<String> ordered) {
        if (!ordered.contains(name) && path.add(name)) {
            List<String> others = new ArrayList<>(Sql.names(views.get(name).definition()));
            others.retainAll(names);
            others.forEach(other -> visit(other, path, ordered));
            ordered.add(name);
        }
    }

    /** One view as the server writes it. */
    static final class View {

        private final String name;
        private final String definition;
        private final String charset;
        private final String collation;

        View(String name, String definition, String charset, String collation) {
            this.name = name;
            this.definition = definition;
            this.charset = charset;
            this.collation = collation;
        }

        String name() {
            return name;
        }

        String definition() {
            return definition;
        }

        String charset() {
            return charset;
        }

        String collation() {
            return collation;
        }

        /** Whether a table is called like the schema in it, so that nobody can tell which one a qualifier means. */
        boolean isAmbiguous(String schema) {
            String quoted = Pattern.quote(Sql.quote(schema, '"'));
            return Pattern.compile("[\")] " + quoted + "(?!\\.)")
                    .matcher(definition)
                    .find();
        }
    }
}
