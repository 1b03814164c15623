package org.carbonupgrade.dbcopy;

/** Every error of this bundle: its name is the code, its text the remedy. Each is explained in {@code docs/errors.md}. */
public enum DbError {
    DB_UNSUPPORTED(
            "Use one of the database types and versions that the documentation lists, or copy this one by other means."),
    DB_RIGHTS("Grant the database user the rights that are named, or use a user who has them."),
    DB_URL("Correct the JDBC URL."),
    DB_DRIVER_MISSING(
            "Put the database's JDBC driver into repository/components/lib of the home that uses it, or into drivers/ of Carbon Upgrade."),
    DB_CONNECT("Check that the database is up and that URL, user name and password are right."),
    DB_MISSING("Check the database's location; a database to copy from must exist."),
    DB_IN_USE("Stop the server or tool that has the database open, then run the command again."),
    DB_SAME("Name another, empty database as staging."),
    DB_TYPES_DIFFER("Use a staging database of the same type as the old database."),
    DB_INEXACT(
            "Use for staging the version and the settings of the old database's server, or mend what is named: what is there does not"
                    + " fit into staging as it is."),
    DB_NOT_EMPTY("Name an empty database as staging, or empty this one if it holds nothing of value."),
    DB_FOREIGN_COPY("Finish or discard the other upgrade first, or name another staging database."),
    DB_PROMOTED("Leave this database alone: it is in production. A new upgrade needs a staging database of its own."),
    DB_SOURCE_CHANGED(
            "Empty the staging database and copy again: what was copied is no longer what the old database holds."),
    DB_PACKET(
            "Raise max_allowed_packet of the server in its configuration, at least to what is named, then run the command again."),
    DB_CLONE("Mend what is named, or let rows be streamed: with the strategy auto that is done by itself."),
    DB_MEMORY("Give the JVM more memory with -Xmx, as much as is named."),
    DB_SQL("Read the database's own message; run the command again when its cause is mended: it continues."),
    DB_INTERRUPTED("Run the command again: it continues."),
    DB_FILE("Check the file, its permissions and the free space, then run the command again: it continues."),
    DB_DAMAGED(
            "Restore the database from a backup, or repair a copy of it with its own recovery tool; then copy again."),
    DB_SCRIPT("Check the create script: it has to be the one that was shipped with the new version.");

    private final String remedy;

    DbError(String remedy) {
        this.remedy = remedy;
    }

    /** How an operator mends it. */
    public String remedy() {
        return remedy;
    }
}
