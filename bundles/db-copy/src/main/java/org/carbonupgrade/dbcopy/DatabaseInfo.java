package org.carbonupgrade.dbcopy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a database is and holds. Immutable. */
public final class DatabaseInfo {

    private final DatabaseIdentity identity;
    private final String version;
    private final boolean existing;
    private final List<String> tables;
    private final UpgradeMark mark;
    private final long bytes;

    /**
     * @param version the server's or, for an embedded database, the driver's version; empty if the database does not exist
     * @param existing whether it exists; a file database need not
     * @param tables names of its tables, without the marker table
     * @param mark what the marker table says, or null without one
     * @param bytes its size on disk, or -1 if it can't be told
     */
    public DatabaseInfo(
            DatabaseIdentity identity,
            String version,
            boolean existing,
            List<String> tables,
            UpgradeMark mark,
            long bytes) {
        this.identity = identity;
        this.version = version;
        this.existing = existing;
        this.tables = Collections.unmodifiableList(tables);
        this.mark = mark;
        this.bytes = bytes;
    }

    /** The version of the server or embedded engine; empty if the database does not exist. */
    public String version() {
        return version;
    }

    public DatabaseIdentity identity() {
        return identity;
    }

    public boolean exists() {
        return existing;
    }

    /** The names of its tables, without the marker table; unmodifiable. */
    public List<String> tables() {
        return tables;
    }

    /** What the marker table says, if there is one. */
    public Optional<UpgradeMark> mark() {
        return Optional.ofNullable(mark);
    }

    /** Its size on disk in bytes, or -1 if it can't be told. */
    public long bytes() {
        return bytes;
    }
}
