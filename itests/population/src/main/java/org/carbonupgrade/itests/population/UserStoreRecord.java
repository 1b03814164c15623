package org.carbonupgrade.itests.population;

/** A secondary user store, which is a database of its own. */
public final class UserStoreRecord {

    /** The user store domain. */
    public final String domain;

    /** Its configuration, an XML file, by its path below the home. */
    public final String file;

    /** The base name of its H2 database's files below the home, such as {@code repository/database/HR}. */
    public final String database;

    /** Whether its configuration holds the database's password encrypted with the server's key store. */
    public final boolean encrypted;

    public UserStoreRecord(String domain, String file, String database, boolean encrypted) {
        this.domain = domain;
        this.file = file;
        this.database = database;
        this.encrypted = encrypted;
    }
}
