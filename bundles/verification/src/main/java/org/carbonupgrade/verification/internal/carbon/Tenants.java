package org.carbonupgrade.verification.internal.carbon;

import java.nio.file.Files;
import java.util.Date;
import java.util.List;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.files.Trees;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.Notes;
import org.carbonupgrade.verification.internal.trace.TenantRows;
import org.carbonupgrade.verification.internal.users.Passwords;
import org.wso2.carbon.CarbonConstants;
import org.wso2.carbon.user.api.RealmConfiguration;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.config.multitenancy.MultiTenantRealmConfigBuilder;
import org.wso2.carbon.user.core.service.RealmService;
import org.wso2.carbon.user.core.tenant.Tenant;
import org.wso2.carbon.user.core.tenant.TenantManager;
import org.wso2.carbon.utils.multitenancy.MultitenantConstants;

/** Makes tenants, in the way in which a product's tenant administration does, and removes them again. */
public final class Tenants {

    private static final int NOT_YET_STORED = -1;
    private static final String ALL_PERMISSIONS = "/permission";

    private final CarbonServer server;
    private final UserStores stores;
    private final TenantRows rows;

    public Tenants(CarbonServer server, UserStores stores, Databases databases) {
        this.server = server;
        this.stores = stores;
        this.rows = new TenantRows(databases.readable());
    }

    /** Makes an active tenant with an administrator whose password nobody knows. */
    public Tenancy make(String domain, String administrator, Notes notes) throws Exception {
        RealmService realms = server.realms();
        TenantManager manager = manager();
        MultiTenantRealmConfigBuilder builder = realms.getMultiTenantRealmConfigBuilder();
        RealmConfiguration bootstrap = realms.getBootstrapRealmConfiguration();
        Tenant tenant = tenant(domain, administrator);
        RealmConfiguration stored = builder.getRealmConfigForTenantToPersist(
                bootstrap, realms.getTenantMgtConfiguration(), tenant, NOT_YET_STORED);
        tenant.setRealmConfig(stored);

        notes.note(Made.Kind.TENANT, domain);
        int id = manager.addTenant(tenant);
        refuseUsed(id);
        notes.note(Made.Kind.TENANT_CONTENTS, domain);
        tenant.setId(id);
        manager.activateTenant(id);

        Tenancy tenancy = new Tenancy(id, domain);
        tenancy.call(() -> {
            createRealm(stored, id);
            return null;
        });
        return tenancy;
    }

    /**
     * Removes a tenant, if there is one of this domain. Its row of UM_TENANT, by which the rest is found, goes last: a
     * database that was filled anew in the meantime has no such row, and whatever it has under that id is not ours.
     *
     * @param withContents whether all that belongs to the tenant's id is the verification's own
     */
    public void remove(String domain, boolean withContents) throws Exception {
        TenantManager manager = manager();
        int id = manager.getTenantId(domain);
        if (id == MultitenantConstants.INVALID_TENANT_ID) {
            return;
        }
        if (withContents) {
            removeContents(new Tenancy(id, domain));
        }
        manager.deactivateTenant(id);
        manager.deleteTenant(id);
        server.unload(id);
    }

    private void removeContents(Tenancy tenant) throws Exception {
        new StoreCleaner(server).removeUsers(tenant);
        server.unload(tenant.id());
        stores.removeDatabasesOf(tenant.id());
        Trees.delete(server.places().tenant(tenant.id()));
        rows.delete(tenant.id());
    }

    private TenantManager manager() {
        return server.realms().getTenantManager();
    }

    private static Tenant tenant(String domain, String administrator) {
        Tenant tenant = new Tenant();
        tenant.setDomain(domain);
        tenant.setAdminName(administrator);
        tenant.setEmail(administrator + "@" + domain);
        tenant.setCreatedDate(new Date());
        tenant.setActive(true);
        return tenant;
    }

    /** Loading the realm for the first time makes the administrator, its role and the claims. */
    private void createRealm(RealmConfiguration config, int id) throws Exception {
        config.setAdminPassword(Passwords.random());
        config.setTenantId(id);
        UserRealm realm = server.realms().getUserRealm(config);
        realm.getAuthorizationManager()
                .authorizeRole(config.getAdminRoleName(), ALL_PERMISSIONS, CarbonConstants.UI_PERMISSION_ACTION);
    }

    /**
     * A database whose identities were not brought forward, or that forgets them at a restart, gives out the ids of tenants
     * that were deleted long ago; their rows and directory belong to the customer and must not be taken for ours.
     */
    private void refuseUsed(int id) throws Exception {
        List<String> tables = rows.tablesWith(id);
        if (!tables.isEmpty() || Files.exists(server.places().tenant(id))) {
            String where = tables.isEmpty() ? "its directory is there" : String.join(", ", tables) + " hold rows of it";
            throw new CannotGoOn(
                    Code.VF_TENANT_ID_USED.fail("a new tenant got the id " + id + ", which is not unused: " + where));
        }
    }
}
