package org.carbonupgrade.dbcopy;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Tells one physical database from another, whatever the URL. Immutable; holds no secret. */
public final class DatabaseIdentity {

    private final String type;
    private final String text;
    private final Path file;

    /**
     * @param type the database type's name, such as {@code H2}
     * @param text equal for two URLs that lead to the same physical database
     * @param file where an embedded database lies, or null for a server's
     */
    public DatabaseIdentity(String type, String text, Path file) {
        this.type = Objects.requireNonNull(type, "type");
        this.text = Objects.requireNonNull(text, "text");
        this.file = file;
    }

    /** The database type's name, such as {@code H2}. */
    public String type() {
        return type;
    }

    /**
     * Where an embedded database lies as its URL says it, links not followed: a path to which the endings of its files are
     * added. Empty for a server's.
     */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatabaseIdentity && text.equals(((DatabaseIdentity) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** For people, and for the marker table. */
    @Override
    public String toString() {
        return text;
    }
}
