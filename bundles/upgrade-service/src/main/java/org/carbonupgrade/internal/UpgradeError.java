package org.carbonupgrade.internal;

import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;

/** Every error and finding of this bundle: its name is the code. Each is explained in {@code docs/errors.md}. */
public enum UpgradeError {
    PLAN_MISSING(
            true,
            "Write a plan (\"carbon-upgrade plan --sample\" prints one, \"carbon-upgrade copydb --sample\" one of two databases)"
                    + " and name it with --plan."),
    PLAN_KEY_UNKNOWN(
            true,
            "Correct the key; \"carbon-upgrade help plan\" lists all keys, \"help copydb\" those of a plan of two databases."),
    PLAN_KEY_MISSING(true, "Add the key to the plan."),
    PLAN_VALUE(true, "Correct the value in the plan."),
    PLAN_SECRET(true, "Set the environment variable, or make the file readable, or write the password itself."),

    HOME_NOT_CARBON(true, "Name the product's home: the directory that holds bin/ and repository/."),
    HOMES_SAME(true, "Unpack the new version into a directory of its own and name that as new.home."),
    HOME_NOT_WRITABLE(true, "Run the command as the user that owns the new home."),
    VERSION_UNKNOWN(
            true, "Check that the home is complete: bin/wso2carbon-version.txt and the plugins tell its version."),
    VERSION_OLDER(true, "Swap old.home and new.home, or unpack a newer version: there is no way back by upgrading."),
    VERSION_SAME(false, "Nothing to mend if this is a rehearsal; otherwise unpack the newer version as new.home."),
    VERSION_PATH(
            false,
            "Read the new version's upgrade guide for steps of its own; everything is compared and verified nevertheless."),
    PATH_FILE(
            true, "Correct the file, or take it out of path.files: a path that is not understood wholly is not used."),
    PATH_STATEMENT(
            false,
            "Correct the goal or the statement in the path file, look at what the statement has done, then run schema again."),
    JAVA_VERSION(
            false,
            "Start the new server with a JDK that its version supports: set JAVA_HOME to it, for this command too."),
    DATABASE_TYPE_REMOVED(
            true,
            "Move the database to a type that the new version supports, with the old version's own tools, then upgrade."),
    START_WITH_SETUP(true, "Take -Dsetup out of the start script: it can run the create script over your data."),
    PORT_IN_USE(false, "Find out what it is, and stop it if it is the old server."),
    DATA_SOURCE_UNDEFINED(true, "Correct the name, or define the data source in repository/conf/datasources."),
    DATABASE_WITHOUT_SOURCE(
            true,
            "Define a data source for the database and name that instead: only data sources are copied and moved to staging."),
    DATABASE_USERS(false, ""),
    SERVERS_DIFFER(
            false,
            "Make the staging database on a server of the same version and with the same settings, unless the difference is meant."),
    STAGING_RIGHTS(true, "Grant what is missing, or name another user or database in the plan."),
    DATABASE_SESSIONS(true, "Stop every server that uses the database, on all machines; monitors may stay."),
    RECENT_ACTIVITY(false, "Upgrade at a time of low traffic, with all servers stopped."),
    DRIVER_REFUSED(
            true,
            "Use the database's other driver in the new home, such as MySQL Connector/J, and name its URL in the plan."),
    MOUNTS_IN_ONE_DATABASE(
            true, "Name two staging databases, or let the registry use one data source, without mounts."),
    DUPLICATE_ROWS(true, "Remove the rows that stand there twice from the old database before upgrading."),
    SECRETS(false, "Try the user stores in the started new server; the verification does."),
    VAULT_SECRETS(true, "Add the secret, or encrypt it anew, with the cipher tool in bin/, or correct the alias."),
    VAULT_PASSWORD(
            false, "Have the password at hand, or put a password-tmp file into the new home before you start it."),
    DROPIN_IMPORTS(
            false,
            "Rebuild the bundle against the new version, or leave it out: the server would not say that it is missing."),
    STAGING_REACH(false, ""),
    TOML_CONFIGURATION(
            true,
            "Remove repository/conf/deployment.toml from the home: at start-up it would overwrite the XML files."),

    PLAN_DATABASE_UNKNOWN(true, "Correct the name: it is that of a data source, or userstore.DOMAIN."),
    PLAN_STAGING_TWICE(true, "Name one staging database, for one of them."),
    PLAN_STAGING_SHARED(true, "Name a staging database of its own for each of the two."),
    STAGING_IS_OLD(true, "Name another, empty database as staging."),
    STAGING_TYPE(true, "Name a staging database of the type that the old one is of."),
    STAGING_MISSING(true, "Make an empty database of the same type and name it in the plan."),
    XML_NOT_WELL_FORMED(true, "Correct the file."),
    USER_STORE_UNREADABLE(true, "Correct the user store's file, or remove it if the store is no longer used."),
    PLACEHOLDER(true, "Write the value itself into the configuration, or name the database in the plan."),
    KEY_STORE(true, "Check Security/KeyStore in repository/conf/carbon.xml, and the key store file."),
    SECRET_UNDECRYPTABLE(
            true,
            "Check that the key store is the one the secret was encrypted with, or name the password in the plan."),
    SECRET_IN_VAULT(true, "Name the password in the plan, best as ${prompt} or ${file:...}."),

    DATABASES_NONE(true, "Check repository/conf/datasources of the old home."),
    DATABASE_READ(true, "Check that the data source is still used; a database to copy from must exist."),
    STAGING_EMPTY(true, "Name an empty database in the plan, or finish the upgrade that it belongs to."),
    USER_MANAGER_NONE(
            true,
            "Check repository/conf/user-mgt.xml of the old home: its dataSource must be the JNDI name of a data source."),
    TENANTS(false, ""),
    TENANT_UNKNOWN(
            false, "Remove the directory if it is left from a tenant that was deleted; it is carried over otherwise."),
    VANILLA_PACK(
            false,
            "Name the old version's zip as old.vanilla; without it every difference of the configuration is yours to decide."),
    PATCH_NOT_CARRIED(false, "Check that the new version contains the patch, or ask for one made for the new version."),
    SPACE(true, "Free space on the disk, or name another place."),

    STEP_ORDER(true, "Run the steps before it first; \"carbon-upgrade status\" shows what comes next."),
    STEP_INPUT_CHANGED(false, "Check that the change was meant; everything that hangs on it is done again."),
    STEP_AGAIN(
            true,
            "Nothing to mend if the new server is to stay as it is; otherwise stop it and give \"run --again\": its configuration and artifacts are written anew, and it verifies itself anew."),
    REPORT_CHANGED(false, "Run the step again: it writes its report anew."),
    NEW_PACK(
            true,
            "Name the new version's zip as it was downloaded as new.pack, or unpack it yourself and leave new.pack out."),
    NEW_PACK_WAITS(true, "Run \"carbon-upgrade check\": it unpacks the new version."),
    NODE_FIRST(
            true,
            "Finish the upgrade of the first node up to its start, and name its new home, or a copy of its repository/upgrade, as node.first."),
    NODE_STEP(true, "Run it on the first node; \"run\" does what an additional node needs."),
    NODE_DATABASE(true, "Give this node's plan the same staging.* entries as the first node's."),
    NODE_DATABASE_OWN(
            false,
            "Copy it with copydb if this node's own content is still needed; a local registry is usually made anew."),
    UPGRADE_OTHER(true, "Name the old home that the upgrade was begun with, or begin with a fresh new home."),
    UPGRADE_LOCKED(true, "Wait for the other command to end: one upgrade works on a new home at a time."),
    JOURNAL_DAMAGED(true, "Keep the journal as evidence, and begin the upgrade again with a fresh new home."),
    STATE_WRITE(false, "Check the free space on its disk and the permissions of its directory."),
    SERVER_STOPPED(false, ""),
    SERVER_RUNNING(true, "Stop the server and wait until its process has ended."),
    REPORT_PLACE(true, "Name a file in a directory that exists and that you may write to."),
    WORK_PLACE(true, "Name a directory that you may write to as work.dir."),
    WORK_LOCKED(true, "Wait for the other command to end."),
    REPORT_UNREADABLE(false, "Remove the report and run its step again."),
    SHIPPED_DATABASE(
            false,
            "Check that nobody has worked with the new home yet; its database is kept under repository/upgrade/aside."),
    COPY_NOT_CARRIED(false, "Make it in the staging database by hand if it is still needed."),
    COMPARE_SCHEMA(false, "Empty the staging database and copy again; nothing but the upgrade may work on it."),
    COMPARE_VALUES(false, ""),
    COMPARE_ROWS(false, "Empty the staging database and copy again; nothing but the upgrade may work on it."),
    SCHEMA_DRIFT(
            false,
            "Run \"carbon-upgrade schema --apply\" for indexes; for tables and columns see the new version's guide."),
    SCRIPT_MISSING(
            true,
            "Check that the new home is complete, and that the new version still supports this type of database."),
    SCRIPT_FAILS(
            false,
            "Compare the component's tables with its script by hand, or see the component's own guide for the new version."),
    BACKUP_MISSING(true, "Name a directory in backup.dir, or the backup that you made in backup.existing."),
    BACKUP_PLACE(true, "Name a directory outside the old home, with enough free space."),
    BACKUP_WRITE(
            false,
            "Check free space and permissions of backup.dir and the permissions of the file, then run backup again."),
    BACKUP_DIFFERS(false, "Do not rely on this archive: check the disk, then run backup again."),
    BACKUP_LINK_OUTSIDE(
            false, "Make a backup of it yourself, unless it is an embedded database, which is in the backup."),
    BACKUP_SKIPPED(false, "Nothing to mend: sockets and pipes hold no data."),
    BACKUP_CHANGED(false, "Stop whatever works in the old home, then run backup again."),
    BACKUP_DUMP(
            false,
            "Mend what the program says, or name another version's directory as backup.tools, or your own backup as backup.existing."),
    BACKUP_SCRIPT(
            false,
            "Nothing to mend if the database is readable with the home's own driver: its files are in the backup."),
    BACKUP_DAMAGED(false, "Do not rely on this backup: check the disk, then run backup again."),
    VANILLA_UNREADABLE(true, "Name the old version's zip as it was downloaded, or the directory it was unpacked to."),
    ARTIFACT_WRITE(false, "Check free space and permissions of the new home, then run artifacts again: it continues."),
    ARTIFACT_DIFFERS(false, "Check the disk, and that nobody writes to the old home, then run artifacts again."),
    ARTIFACT_VANISHED(false, "Stop whatever works in the old home, then run artifacts again."),
    ARTIFACT_CHANGED(
            false,
            "Run artifacts again: what is missing is copied; what was changed on purpose stays, and yours is laid aside."),
    ARTIFACT_LIST(true, "Run artifacts: what was carried is found equal, and the list is written anew."),
    ARTIFACT_REPLACED(false, ""),
    ARTIFACT_KEPT(false, "Compare the two files and put the right one in place."),
    NEW_HOME_LINK(
            true,
            "Put a directory of the new home's own in the place of the link; after promotion the two may share one again."),
    ARTIFACT_PATTERN(
            false,
            "Correct the pattern: a path from the home, * for any characters but a slash, ** for any; conf, plugins and patches never match."),
    KEY_STORE_CARRIED(
            false,
            "Nothing to mend, unless you know of nothing that was encrypted with it: only this key store decrypts that."),
    TRUST_STORE_MERGED(false, "Take out of it whom you do not want to trust, with keytool -list and keytool -delete."),
    TRUST_STORE_CLOSED(
            false,
            "Import what you need of the new version's certificates, with keytool -importkeystore; it tells what they are."),
    ARTIFACT_SPECIAL(false, "Nothing to mend: sockets and pipes are made anew by what uses them."),
    ARTIFACT_LINK_OUTSIDE(false, "Check that both homes may share the file; otherwise make the link lead to a copy."),
    ARTIFACT_LINK_OLD(false, "Make the link relative, or let it lead to the file in the new home."),
    BUNDLES_MISSING(
            true,
            "Copy the jars of dropins/ into repository/components/dropins of the new home, or install the p2 feature."),
    INSTALL_WRITE(false, "Check free space and permissions of the new home, then run install again."),
    VERIFY_IN_SERVER(
            true, "Start the new server: it verifies itself; then \"carbon-upgrade report\" shows how it went."),
    CONFIG_CONFLICT(
            false,
            "Decide with \"carbon-upgrade configure --take old|new FILE#PATH\", then run it again; FILE alone decides all of a file."),
    CONFIG_TAKE(true, "Write --take old FILE#PATH or --take new FILE#PATH."),
    CONFIG_TAKE_UNUSED(
            false, "Copy FILE#PATH from the list of conflicts; a decision that meets no conflict changes nothing."),
    CONFIG_SCRIPT(
            false,
            "Make the change in the new home's script by hand if it is still needed, or put it into the environment of the server."),
    CONFIG_SPECIAL(false, "Nothing to mend if the server does without it; otherwise put a file in its place."),
    CONFIG_STORE(
            false,
            "Nothing to mend, unless the new version's is to be used: configure --take new carbon.xml#PATH, as the message shows it."),
    CONFIG_ISOLATED(false, ""),
    CONFIG_DRY_RUN(false, "Run configure without --dry-run to write what the report shows."),
    CONFIG_BY_HAND(false, "Make the change again in the new home, after the last configure."),
    CONFIG_POINTS_AT_OLD(
            false, "Name a staging database for it in the plan: the new server must never use an old database."),
    ISOLATION_OPEN(
            false,
            "Take it out of the new home's configuration until promotion if production must not share its work."),
    VERIFY_NO_REPORT(
            false,
            "Run install again, then verify; the server's log tells why a verification did not come to its end."),
    VERIFY_DATA_SOURCE_GONE(false, "Run configure again, which carries it over, then start the new server."),
    FILE_READ(false, "Check the file and its permissions, then run the command again."),
    INTERRUPTED(false, "Run the command again: it continues."),
    UNEXPECTED(false, "Keep the report and the journal, and report this as a fault of Carbon Upgrade.");

    private final boolean refusal;
    private final String remedy;

    UpgradeError(boolean refusal, String remedy) {
        this.refusal = refusal;
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    /** The exception that ends a step or refuses it. */
    public UpgradeException at(String where, String what) {
        return at(where, what, null);
    }

    /** The exception that ends a step or refuses it, with what is behind it. */
    public UpgradeException at(String where, String what, Throwable cause) {
        return new UpgradeException(name(), what, where, remedy, refusal, cause);
    }

    /** A finding that a step lists. */
    public Finding found(Status status, String where, String what) {
        return new Finding(status, name(), what, where, status == Status.OK ? "" : remedy);
    }
}
