package org.carbonupgrade.dbcopy;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Where a database is and how to connect to it. Immutable; its text shows the name alone. */
public final class DatabaseSpec {

    private final String name;
    private final String url;
    private final String username;
    private final String password;
    private final String driverClass;
    private final List<Path> drivers;
    private final Path directory;
    private final Path snapshots;

    private DatabaseSpec(Builder builder) {
        this.name = Objects.requireNonNull(builder.name, "name");
        this.url = Objects.requireNonNull(builder.url, "url");
        this.username = builder.username;
        this.password = builder.password;
        this.driverClass = builder.driverClass;
        this.drivers = Collections.unmodifiableList(new ArrayList<>(builder.drivers));
        this.directory = Objects.requireNonNull(builder.directory, "directory");
        this.snapshots = builder.snapshots;
    }

    /** Starts a description; the name is what people read in messages and reports. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    /** The JDBC URL. Never print it: it may hold a password. */
    public String url() {
        return url;
    }

    /** The user, or null for none. */
    public String username() {
        return username;
    }

    /** The password, or null for none. Never print it. */
    public String password() {
        return password;
    }

    /** The driver's class name, or null to go by the URL. */
    public String driverClass() {
        return driverClass;
    }

    /** Jars, and folders of jars, in which the driver is looked for, the first match wins; empty for this JVM's class path. */
    public List<Path> drivers() {
        return drivers;
    }

    /** The directory against which relative file names in the URL are resolved. */
    public Path directory() {
        return directory;
    }

    /**
     * Where the files of a closed embedded database are copied to before they are opened, or null if this database may be
     * opened in place. A database with a snapshot directory is never written to.
     */
    public Path snapshots() {
        return snapshots;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects a description; {@link #url} is the only value without a default. */
    public static final class Builder {

        private final String name;
        private String url;
        private String username;
        private String password;
        private String driverClass;
        private List<Path> drivers = Collections.emptyList();
        private Path directory = Paths.get("").toAbsolutePath();
        private Path snapshots;

        private Builder(String name) {
            this.name = name;
        }

        public Builder url(String value) {
            this.url = value;
            return this;
        }

        public Builder user(String user, String secret) {
            this.username = user;
            this.password = secret;
            return this;
        }

        public Builder driverClass(String value) {
            this.driverClass = value;
            return this;
        }

        public Builder drivers(List<Path> value) {
            this.drivers = value;
            return this;
        }

        public Builder directory(Path value) {
            this.directory = value;
            return this;
        }

        public Builder snapshots(Path value) {
            this.snapshots = value;
            return this;
        }

        public DatabaseSpec build() {
            return new DatabaseSpec(this);
        }
    }
}
