package org.carbonupgrade.itests.population.internal;

import java.util.Date;
import org.wso2.carbon.user.api.RealmConfiguration;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.config.multitenancy.MultiTenantRealmConfigBuilder;
import org.wso2.carbon.user.core.tenant.Tenant;

/** Makes tenants as the tenant management of Carbon's products does, which the bare kernel lacks. */
final class TenantMaker {

    static final String ADMIN = "admin";

    private static final String ALL_PERMISSIONS = "/permission";
    private static final String EXECUTE = "ui.execute";

    private final Carbon carbon;

    TenantMaker(Carbon carbon) {
        this.carbon = carbon;
    }

    /** Makes an active tenant with an administrator called {@value #ADMIN}, and returns its id. */
    int make(String domain, String adminPassword) throws Exception {
        RealmConfiguration bootstrap = carbon.realms.getBootstrapRealmConfiguration();
        MultiTenantRealmConfigBuilder builder = carbon.realms.getMultiTenantRealmConfigBuilder();
        Tenant tenant = describe(domain, adminPassword);
        RealmConfiguration persisted = builder.getRealmConfigForTenantToPersist(
                bootstrap, carbon.realms.getTenantMgtConfiguration(), tenant, -1);
        tenant.setRealmConfig(persisted);
        int id = carbon.tenants().addTenant(tenant);
        tenant.setId(id);
        carbon.tenants().activateTenant(id);

        // What is persisted has no password in it; the first realm of the tenant needs one, to create its
        // administrator.
        persisted.setAdminPassword(adminPassword);
        persisted.setTenantId(id);
        return TenantFlow.run(id, domain, () -> {
            UserRealm realm = carbon.realms.getUserRealm(persisted);
            realm.getAuthorizationManager().authorizeRole(persisted.getAdminRoleName(), ALL_PERMISSIONS, EXECUTE);
            return id;
        });
    }

    private static Tenant describe(String domain, String adminPassword) {
        Tenant tenant = new Tenant();
        tenant.setDomain(domain);
        tenant.setAdminName(ADMIN);
        tenant.setAdminFirstName("Ada");
        tenant.setAdminLastName("Müller");
        tenant.setAdminPassword(adminPassword);
        tenant.setEmail(ADMIN + "@" + domain);
        tenant.setCreatedDate(new Date());
        tenant.setActive(true);
        return tenant;
    }
}
