package org.carbonupgrade.internal.plan;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every key that the plan of an upgrade may have. */
public enum PlanKey implements KnownKey {
    OLD_HOME("old.home", "home of the running version"),
    NEW_HOME("new.home", "home of the version upgraded to; inside a product the server's own home"),
    NEW_PACK("new.pack", "the new version as downloaded: becomes the new home if that is not there yet"),
    NODE_ROLE("node.role", "first, or additional for a further node of a cluster; default first"),
    NODE_FIRST("node.first", "the first node's new home, or a copy of its repository/upgrade; for an additional node"),
    OLD_VANILLA(
            "old.vanilla", "the old version as downloaded: zip or directory; finds the changes that customers made"),
    BACKUP_DIR("backup.dir", "where to write the backup"),
    BACKUP_EXISTING("backup.existing", "a backup that you made yourself: file or directory"),
    BACKUP_TOOLS(
            "backup.tools",
            "directory of pg_dump, mariadb-dump or mysqldump; default: where the system finds programs"),
    STAGING_URL("staging.NAME.url", "JDBC URL of the staging database of the data source NAME"),
    STAGING_USERNAME("staging.NAME.username", "its user; default: the data source's"),
    STAGING_PASSWORD("staging.NAME.password", "its password; default: the data source's"),
    STAGING_DRIVER("staging.NAME.driver", "its driver class; default: the data source's"),
    OLD_PASSWORD("old.NAME.password", "password of an old database that the configuration holds in a secure vault"),
    SHARED("shared.NAME", "true: both servers go on using this external database of a user store"),
    PATH_FILES(
            "path.files",
            "what versions changed in their databases, and vetted SQL for it: a file FROM-TO.txt, or a directory of some"),
    COPY_JOBS("copy.jobs", "tables copied at once, 1 to 64; default 2"),
    COPY_STRATEGY("copy.strategy", "auto, stream or clone; default auto, which is the fastest that is possible"),
    ARTIFACTS_EXCLUDE(
            "artifacts.exclude",
            "patterns of artifacts that stay behind: paths from the home, * and **, commas between"),
    ARTIFACTS_INCLUDE("artifacts.include", "patterns of more files to carry, or in spite of artifacts.exclude"),
    VERIFY_STORES("verify.stores", "user stores that the verification makes and removes; default 2"),
    VERIFY_USERS("verify.users", "users in each of them; default 3"),
    VERIFY_TENANTS("verify.tenants", "tenants that it makes and removes; default 2");

    private static final String NAME = "NAME";

    private final String key;
    private final String meaning;
    private final Pattern pattern;

    PlanKey(String key, String meaning) {
        this.key = key;
        this.meaning = meaning;
        this.pattern = Pattern.compile(key.replace(".", "\\.").replace(NAME, ".+"));
    }

    /** The key as the documentation writes it, with {@code NAME} for the name of a data source. */
    @Override
    public String key() {
        return key;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** The key for one data source. */
    public String of(String dataSource) {
        return key.replace(NAME, dataSource);
    }

    @Override
    public boolean secret() {
        return key.endsWith("password");
    }

    @Override
    public boolean matches(String written) {
        return pattern.matcher(written).matches();
    }

    /** Whether its value is a path. */
    boolean path() {
        return this == OLD_HOME
                || this == NEW_HOME
                || this == NEW_PACK
                || this == NODE_FIRST
                || this == OLD_VANILLA
                || this == BACKUP_DIR
                || this == BACKUP_EXISTING
                || this == BACKUP_TOOLS
                || this == PATH_FILES;
    }

    /** The data source that a key names, if it is this key. */
    Optional<String> nameIn(String written) {
        int name = key.indexOf(NAME);
        if (name < 0 || !matches(written)) {
            return Optional.empty();
        }
        return Optional.of(written.substring(name, written.length() - (key.length() - name - NAME.length())));
    }

    /** The key that somebody wrote. */
    static Optional<PlanKey> written(String written) {
        return Arrays.stream(values()).filter(key -> key.matches(written)).findFirst();
    }
}
