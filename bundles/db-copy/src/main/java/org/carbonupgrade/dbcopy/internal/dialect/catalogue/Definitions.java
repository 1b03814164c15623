package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Collects what a catalogue says, as the statements that make it, and puts them into an order in which they can be made. */
public final class Definitions {

    /** Of things of one rank, that comes first which was added first. */
    private static final Map<Kind, Integer> RANKS = new EnumMap<>(Kind.class);

    static {
        int rank = 0;
        for (Kind kind : Arrays.asList(
                Kind.SCHEMA,
                Kind.SEQUENCE,
                Kind.TABLE,
                Kind.PRIMARY_KEY,
                Kind.FOREIGN_KEY,
                Kind.DEFAULT,
                Kind.POSITION,
                Kind.OPTION,
                Kind.FUNCTION,
                Kind.TRIGGER,
                Kind.SETTING,
                Kind.COMMENT)) {
            RANKS.put(kind, rank++);
        }
        RANKS.put(Kind.INDEX, RANKS.get(Kind.PRIMARY_KEY));
        RANKS.put(Kind.CONSTRAINT, RANKS.get(Kind.PRIMARY_KEY));
        RANKS.put(Kind.PROCEDURE, RANKS.get(Kind.FUNCTION));
        RANKS.put(Kind.VIEW, RANKS.get(Kind.FUNCTION));
    }

    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> notCarried = new ArrayList<>();
    private final Set<List<Object>> names = new HashSet<>();
    private final boolean namesBehind;

    public Definitions() {
        this(false);
    }

    /** @param namesBehind whether the name of a constraint stands behind what it says */
    public Definitions(boolean namesBehind) {
        this.namesBehind = namesBehind;
    }

    /** A thing that is made before the rows come. */
    public void beforeRows(Kind kind, ObjectName name, ObjectName table, String definition) {
        objects.add(new SchemaObject(kind, name, table, definition, definition, Stage.TABLES));
    }

    /** A thing that is made when the rows are there. */
    public void afterRows(Kind kind, ObjectName name, ObjectName table, String definition) {
        afterRows(kind, name, table, definition, definition);
    }

    /** @param meaning the definition without the thing's own name */
    public void afterRows(Kind kind, ObjectName name, ObjectName table, String definition, String meaning) {
        objects.add(new SchemaObject(kind, name, table, definition, meaning, Stage.KEYS));
    }

    /**
     * A key, or a condition, of a table.
     *
     * @param name as it was given, or null if the database made one up: a copy gets one of its own
     * @param verb what is between the table's name and the clause, such as {@code ADD}
     * @param clause what it says
     * @param state whether and when it is looked after; may be empty
     */
    public void constraint(Kind kind, ObjectName table, String name, String verb, String clause, String state) {
        String add = "ALTER TABLE " + table.sql() + " " + verb + " ";
        String named = name == null ? "" : "CONSTRAINT " + ObjectName.quote(name);
        String meaning = add + clause + state;
        String definition = name == null
                ? meaning
                : add + (namesBehind ? clause + state + " " + named : named + " " + clause + state);
        ObjectName known = name == null ? unnamed(kind, clause + " of " + table) : table.sibling(name);
        if (name != null && !names.add(Arrays.asList(kind, known))) {
            known = ObjectName.of(table.last(), name); // some servers take a name once a table
        }
        objects.add(new SchemaObject(kind, known, table, definition, meaning, Stage.KEYS));
    }

    /** Something that a copy is not given. */
    public void notCarried(String what) {
        notCarried.add(what);
    }

    /** Everything, in order. */
    public Schema schema(String home, List<Table> tables) {
        objects.sort(Comparator.comparing(SchemaObject::stage).thenComparing(object -> RANKS.get(object.kind())));
        return new Schema(home, objects, tables, notCarried);
    }

    /** What has no name is known by what it says; some servers take the same twice. */
    private ObjectName unnamed(Kind kind, String description) {
        String known = description.replace("\"", "");
        for (int more = 2; !names.add(Arrays.asList(kind, known)); more++) {
            known = description.replace("\"", "") + " #" + more;
        }
        return ObjectName.described(known);
    }
}
