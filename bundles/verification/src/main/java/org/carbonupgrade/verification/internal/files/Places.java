package org.carbonupgrade.verification.internal.files;

import java.nio.file.Path;

/** Where things are in a server's home. */
public final class Places {

    private final Path home;

    public Places(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    public Path home() {
        return home;
    }

    /** The upgrade's own directory. */
    public Path upgrade() {
        return home.resolve("repository").resolve("upgrade");
    }

    /** The file that asks for a verification after the next start-up. */
    public Path contract() {
        return upgrade().resolve("verify-on-startup");
    }

    /** What the contract becomes once its report is written. */
    public Path doneContract() {
        return upgrade().resolve("verify-on-startup.done");
    }

    public Path reports() {
        return upgrade().resolve("reports");
    }

    /** What verifications have made and not yet removed. */
    public Path ledger() {
        return upgrade().resolve("verification-ledger.jsonl");
    }

    /** The directory for the databases of all verifications. */
    public Path databases() {
        return upgrade().resolve("verification");
    }

    /** The directory for the databases that one verification makes. */
    public Path databases(String runId) {
        return databases().resolve(runId);
    }

    /** The super tenant's user store configurations. */
    public Path superTenantUserStores() {
        return home.resolve("repository/deployment/server/userstores");
    }

    /** The super tenant's artifacts. */
    public Path deployment() {
        return home.resolve("repository/deployment/server");
    }

    /** What the server logs. */
    public Path log() {
        return home.resolve("repository/logs/wso2carbon.log");
    }

    /** The directories of all tenants. */
    public Path tenants() {
        return home.resolve("repository/tenants");
    }

    /** What a tenant has in the home. */
    public Path tenant(int tenantId) {
        return tenants().resolve(Integer.toString(tenantId));
    }

    /** A tenant's user store configurations. */
    public Path tenantUserStores(int tenantId) {
        return tenant(tenantId).resolve("userstores");
    }

    /** The script that creates Carbon's tables on H2. */
    public Path h2Script() {
        return home.resolve("dbscripts/h2.sql");
    }

    /** A path as it is written into files: relative to the home where it lies in it, with {@code /}. */
    public String relative(Path path) {
        Path named = path.startsWith(home) ? home.relativize(path) : path;
        return named.toString().replace('\\', '/');
    }
}
