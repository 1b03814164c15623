package org.carbonupgrade.itests.population.internal;

import java.nio.file.Path;
import java.nio.file.Paths;
import org.wso2.carbon.registry.core.Registry;
import org.wso2.carbon.registry.core.exceptions.RegistryException;
import org.wso2.carbon.registry.core.service.RegistryService;
import org.wso2.carbon.registry.core.service.TenantRegistryLoader;
import org.wso2.carbon.user.api.UserStoreException;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.service.RealmService;
import org.wso2.carbon.user.core.tenant.TenantManager;
import org.wso2.carbon.utils.CarbonUtils;
import org.wso2.carbon.utils.multitenancy.MultitenantConstants;

/** The running server: its services, and what belongs to one tenant of it. */
final class Carbon {

    final RealmService realms;
    private final RegistryService registries;
    private final TenantRegistryLoader registryLoader;

    Carbon(RealmService realms, RegistryService registries, TenantRegistryLoader registryLoader) {
        this.realms = realms;
        this.registries = registries;
        this.registryLoader = registryLoader;
    }

    Path home() {
        return Paths.get(CarbonUtils.getCarbonHome());
    }

    TenantManager tenants() {
        return realms.getTenantManager();
    }

    UserRealm realm(int tenantId) throws UserStoreException {
        return (UserRealm) realms.getTenantUserRealm(tenantId);
    }

    /** The directory of a tenant's artifacts. */
    Path artifacts(int tenantId) {
        return tenantId == MultitenantConstants.SUPER_TENANT_ID
                ? home().resolve("repository/deployment/server")
                : home().resolve("repository/tenants").resolve(Integer.toString(tenantId));
    }

    /** @param name {@code config}, {@code governance} or {@code local} */
    Registry registry(String name, int tenantId) throws RegistryException {
        registryLoader.loadTenantRegistry(tenantId);
        switch (name) {
            case "config":
                return registries.getConfigSystemRegistry(tenantId);
            case "governance":
                return registries.getGovernanceSystemRegistry(tenantId);
            case "local":
                return registries.getLocalRepository(tenantId);
            default:
                throw new IllegalArgumentException("no such registry: " + name);
        }
    }
}
