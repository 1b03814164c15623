package org.carbonupgrade.verification.internal;

import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Status;

/** Every kind of finding of the built-in checks, each with the way to mend it. */
public enum Code {
    VF_OK(""),

    // The verification itself
    VF_CONTRACT_UNREADABLE("Run the upgrade's install step again, or mend the file, then restart the server."),
    VF_CHECK_FAILED("Read the server's log at the time of the check; mend the cause and verify again."),
    VF_CHECK_TIMED_OUT(
            "Look for what the server waits for (a database, a directory that does not answer) and verify again."),
    VF_CHECK_SAID_NOTHING("Ask the check's author: a check that adds no entry proves nothing."),
    VF_NOT_PREPARED("Mend what the check clean-start reports, then verify again."),
    VF_NOT_STAGING(
            "Verify an upgraded server before it is promoted; in production verification:run --read-only is harmless."
                    + " With --force things are made, and removed again, all the same."),
    VF_FORCED("Look at what the check no-trace says; keep everyone else off the server while it is verified."),
    VF_NO_SUCH_CHECK("Give verification:checks to see all checks with their tags."),
    VF_NOTHING_EXPECTED(
            "Run the upgrade's install step, which writes down what the old server held; then verify again."),

    // The server itself
    VF_BUNDLE_UNRESOLVED("Bring what it needs into repository/components, or take the bundle away if nobody needs it;"
            + " then restart the server."),
    VF_BUNDLE_NOT_STARTED("Read the server's log for what its activator threw; then restart the server."),
    VF_COMPONENT_UNSATISFIED("Find the bundle that offers the service, and why it does not (ls in the console)."),
    VF_COMPONENTS_NOT_KNOWN("Look at the components by hand: ls, or scr:list, in the OSGi console."),
    VF_ARTIFACT_FAULTY("Mend the artifact, or take it away if nobody needs it."),
    VF_ARTIFACT_NOT_DEPLOYED("Read the server's log for the cause; deploy it again."),
    VF_ARTIFACTS_NOT_KNOWN("Read the server's log: its Axis2 part is not up."),
    VF_PORT_SILENT("Read the server's log for the cause: the port may be taken, or the key store unreadable."),
    VF_ERROR_LOGGED("Read the log around it; mend the cause, or make sure that it was there before the upgrade."),
    VF_LOG_NOT_FOUND("Look for errors by hand where the server's log goes."),

    // What the checks make
    VF_H2_MISSING("Put the H2 driver that the product was shipped with back into repository/components/plugins."),
    VF_SCRIPT_UNUSABLE("Restore dbscripts/h2.sql from the product's pack."),
    VF_NAME_REFUSED("Verify logins to this store by hand: no generated name or password satisfies its rules."),
    VF_PRIMARY_STORE_READ_ONLY(
            "Log in by hand as users of the primary user store; nothing is written to it by design."),
    VF_USER_STORE_NOT_MADE("Read the server's log for the cause; secondary user stores don't work on this server."),
    VF_TENANT_NOT_MADE("Read the server's log for the cause; new tenants don't work on this server."),
    VF_TENANT_ID_USED("Set the identity of UM_TENANT.UM_ID above every tenant id that occurs in any table."),
    VF_USERS_NOT_ADDED("Read the server's log for the cause; users can't be added to this user store."),
    VF_LOGIN_REFUSED("Read the server's log for the cause; users of this store can't log in."),
    VF_USER_NOT_LISTED("Compare the user tables (UM_USER and those around it) with the new version's dbscripts."),
    VF_WRONG_PASSWORD_ACCEPTED("Take the server off the network: this user store lets anybody in."),
    VF_ROLES_DIFFER(
            "Compare the role tables (UM_ROLE, UM_HYBRID_ROLE and those around them) with the new version's dbscripts."),
    VF_CLAIMS_DIFFER("Compare the character set of the user store's database with that of the old one."),
    VF_CLAIMS_MISSING("Compare the claims of the realm (UM_CLAIM) with the old server's."),
    VF_USERS_NOT_CHANGED("Read the server's log for the cause; users of this store can't be changed."),
    VF_PERMISSION_DIFFERS(
            "Compare UM_PERMISSION and UM_ROLE_PERMISSION with the new version's dbscripts; read the server's log."),
    VF_PASSWORD_NOT_CHANGED("Read the server's log for the cause; a changed password must be in force at once."),
    VF_USER_NOT_DELETED("Read the server's log for the cause; a deleted user must be gone at once."),
    VF_TENANT_NOT_SWITCHED("Take the server off the network: it does not keep to whether a tenant is active."),
    VF_NOT_ISOLATED("Take the server off the network: users of one user store or tenant are found in another."),

    // What was there before
    VF_TENANT_MISSING("Bring the databases up to the old system's state (catchup), then verify again."),
    VF_TENANT_UNEXPECTED("Find out who made the tenant; if it is wanted, run the upgrade's install step again."),
    VF_TENANT_DIFFERS("Compare the tenant's row in UM_TENANT with the old database."),
    VF_TENANT_INACTIVE("Nothing to do if it was inactive before."),
    VF_TENANT_DIRECTORY_MISSING(
            "Run the upgrade's artifacts step again: the directory's name must equal UM_TENANT.UM_ID."),
    VF_TENANT_REALM_BROKEN("Mend the tenant's user stores first, then read the server's log for the cause."),
    VF_USER_STORE_FILE_MISSING("Run the upgrade's artifacts step again."),
    VF_USER_STORE_FILE_BROKEN("Restore the file from the old home; then restart the server."),
    VF_USER_STORE_DISABLED("Nothing to do if it was disabled before; enable it to have it checked."),
    VF_USER_STORE_NOT_LOADED(
            "Read the server's log for the cause: driver, class or a mandatory property may be missing."),
    VF_USER_STORE_NOT_CONNECTED(
            "Check that its database or directory is reachable from here, and its password decryptable."),
    VF_KEY_STORE_UNUSABLE(
            "Compare Security/KeyStore of repository/conf/carbon.xml and the file that it names with the old home's."),
    VF_SECRET_NOT_DECRYPTED(
            "Bring the old home's key store over, with alias and passwords (the artifacts and configure steps); or enter"
                    + " the secret anew."),
    VF_ADMIN_MISSING("Compare the administrator in repository/conf/user-mgt.xml with the old home's."),
    VF_TENANT_DIRECTORY_ORPHAN(
            "Find out whose it was: the tenant is missing in the database, or the directory was left when it was"
                    + " deleted."),
    VF_DATA_SOURCE_MISSING(
            "Add it to repository/conf/datasources of the new home (the configure step), then restart the server."),
    VF_DATA_SOURCE_NOT_STAGING(
            "Stop this server now: it may be writing to the old database. Run the upgrade's configure step"
                    + " again, which points every data source at staging."),
    VF_ROWS_MISSING(
            "Compare the table with the old database (compare), then copy it again into an empty staging database."),
    VF_ROWS_MORE(
            "Nothing to do if somebody has used this server since the upgrade; otherwise find out whose rows these are."),
    VF_CLUSTER_JOINED(
            "Stop this server now: it takes part in production's cluster. Run the upgrade's configure step again, which"
                    + " gives it a domain of its own."),
    VF_DATA_SOURCE_NOT_CONNECTED(
            "Check URL, user, password and driver of the data source, and that its database is up."),

    // What is left
    VF_LEFTOVER_REMOVED("Nothing to do."),
    VF_LEFTOVER_FOUND("Give verification:clean to remove it."),
    VF_LEDGER_UNREADABLE(
            "Remove by hand what the file names, as far as it can be read, and then the file; verify again."),
    VF_LEFTOVER_NOT_REMOVED("Mend the cause, then verify again: what is left is removed first."),
    VF_DATABASE_NOT_READ("Check that the database is up and that its user may read these tables, then verify again."),
    VF_TABLE_CHANGED(
            "Find the rows that differ; keep everyone else off the server while it is verified, then verify again."),
    VF_FILES_CHANGED("Remove by hand what the verification left; read the server's log for the cause.");

    private final String remedy;

    Code(String remedy) {
        this.remedy = remedy;
    }

    /** This is as it should be. */
    public Entry ok(String what) {
        return new Entry(Status.OK, name(), what, "");
    }

    /** This works, but a person should know. */
    public Entry warn(String what) {
        return new Entry(Status.WARN, name(), what, remedy);
    }

    /** This is not as it should be. */
    public Entry fail(String what) {
        return new Entry(Status.FAIL, name(), what, remedy);
    }

    /** This could not be looked at. */
    public Entry couldNotRun(String what) {
        return new Entry(Status.COULD_NOT_RUN, name(), what, remedy);
    }
}
