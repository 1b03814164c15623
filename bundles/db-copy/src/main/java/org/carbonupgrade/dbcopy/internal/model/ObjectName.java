package org.carbonupgrade.dbcopy.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a schema object is called: the parts of its name as the catalogue has them, unquoted. Names may hold dots and quotes, so
 * two names are equal only if their parts are. Immutable.
 */
public final class ObjectName implements Comparable<ObjectName> {

    /** Of what has none. */
    public static final ObjectName NONE = new ObjectName(Collections.emptyList(), "");

    private final List<String> parts;
    private final String text;

    private ObjectName(List<String> parts, String text) {
        this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
        this.text = text;
    }

    /** A name with its qualifiers, the outermost first. */
    public static ObjectName of(List<String> parts) {
        return new ObjectName(parts, parts.stream().map(ObjectName::readable).collect(Collectors.joining(".")));
    }

    /** A name with its qualifiers, the outermost first. */
    public static ObjectName of(String... parts) {
        return of(Arrays.asList(parts));
    }

    /** What is not named but described, such as a right: it is shown as it is given. */
    public static ObjectName described(String description) {
        return new ObjectName(Collections.singletonList(description), description);
    }

    /** The name without its qualifiers; empty if there is none. */
    public String last() {
        return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    }

    /** The same qualifiers with another last part. */
    public ObjectName sibling(String last) {
        List<String> sibling = new ArrayList<>(parts.subList(0, parts.size() - 1));
        sibling.add(last);
        return of(sibling);
    }

    /** The same name with another outermost qualifier. */
    public ObjectName moved(String first) {
        List<String> moved = new ArrayList<>(parts);
        moved.set(0, first);
        return of(moved);
    }

    /** Qualified and quoted for SQL. */
    public String sql() {
        return parts.stream().map(ObjectName::quote).collect(Collectors.joining("."));
    }

    /** An identifier as standard SQL quotes it. */
    public static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public int compareTo(ObjectName other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectName && parts.equals(((ObjectName) other).parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** Qualified, for people: a part is quoted only where it would be misread. */
    @Override
    public String toString() {
        return text;
    }

    private static String readable(String part) {
        return part.isEmpty() || part.indexOf('.') >= 0 || part.indexOf('"') >= 0 ? quote(part) : part;
    }
}
