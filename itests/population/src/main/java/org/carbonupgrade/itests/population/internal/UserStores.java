package org.carbonupgrade.itests.population.internal;

import java.nio.file.Path;
import org.wso2.carbon.user.core.UserStoreManager;
import org.wso2.carbon.user.core.common.UserStoreDeploymentManager;
import org.wso2.carbon.user.core.tenant.TenantCache;
import org.wso2.carbon.user.core.tenant.TenantIdKey;
import org.wso2.carbon.utils.multitenancy.MultitenantConstants;

/** Gets secondary user stores loaded. */
final class UserStores {

    private UserStores() {}

    /** Where the configuration files of a tenant's secondary user stores are. */
    static Path directory(Carbon carbon, int tenantId) {
        return carbon.artifacts(tenantId).resolve("userstores");
    }

    /**
     * Makes sure that a store is loaded whose configuration file is in its place. A tenant's realm reads the files by itself when it
     * is built anew; the super tenant's does not, and the bare kernel has no deployer for them.
     */
    static void load(Carbon carbon, int tenantId, Path file, String domain) throws Exception {
        if (isLoaded(carbon, tenantId, domain)) {
            return;
        }
        if (tenantId == MultitenantConstants.SUPER_TENANT_ID) {
            new UserStoreDeploymentManager().deploy(file.toString());
        } else {
            carbon.realms.clearCachedUserRealm(tenantId);
            TenantCache.getInstance().clearCacheEntry(new TenantIdKey(tenantId));
        }
        if (!isLoaded(carbon, tenantId, domain)) {
            throw new IllegalStateException("the server did not load the user store " + domain + " of " + file);
        }
    }

    private static boolean isLoaded(Carbon carbon, int tenantId, String domain) throws Exception {
        UserStoreManager primary = carbon.realm(tenantId).getUserStoreManager();
        return primary.getSecondaryUserStoreManager(domain) != null;
    }
}
