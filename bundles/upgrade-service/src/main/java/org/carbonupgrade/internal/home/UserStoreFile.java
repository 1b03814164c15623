package org.carbonupgrade.internal.home;

import java.nio.file.Path;
import java.util.Optional;

/** A secondary user store as its file describes it. Immutable. */
public final class UserStoreFile {

    private final int tenantId;
    private final String domain;
    private final Path file;
    private final String className;
    private final DataSource database;

    UserStoreFile(int tenantId, String domain, Path file, String className, DataSource database) {
        this.tenantId = tenantId;
        this.domain = domain;
        this.file = file;
        this.className = className;
        this.database = database;
    }

    public int tenantId() {
        return tenantId;
    }

    public String domain() {
        return domain;
    }

    public Path file() {
        return file;
    }

    public String className() {
        return className;
    }

    /** The database that it names itself: none for a directory, or for a store that uses a data source of the server's. */
    public Optional<DataSource> database() {
        return Optional.ofNullable(database);
    }

    /** The name of its database in plans and reports: {@code userstore.ACME.COM}, {@code userstore.7.ACME.COM}. */
    static String databaseName(int tenantId, String domain) {
        return "userstore." + (tenantId == CarbonHome.SUPER_TENANT ? "" : tenantId + ".") + domain;
    }
}
