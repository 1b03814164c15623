package org.carbonupgrade.verification.internal.carbon;

import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.wso2.carbon.core.util.AnonymousSessionUtil;
import org.wso2.carbon.registry.core.service.RegistryService;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.service.RealmService;

/** The way in by which the server's own login services let people in: it asks for the tenant first, then for the user. */
public final class FrontDoor {

    private final BundleContext context;
    private final RealmService realms;

    public FrontDoor(BundleContext context, RealmService realms) {
        this.context = Objects.requireNonNull(context, "context");
        this.realms = Objects.requireNonNull(realms, "realms");
    }

    /** Whether a user of a tenant is let in; nobody is to an inactive one. */
    public boolean lets(String user, String password, Tenancy tenant) throws Exception {
        ServiceReference<RegistryService> reference = context.getServiceReference(RegistryService.class);
        RegistryService registry = reference == null ? null : context.getService(reference);
        if (registry == null) {
            throw new IllegalStateException("the server has no registry");
        }
        try {
            UserRealm realm = AnonymousSessionUtil.getRealmByTenantDomain(registry, realms, tenant.domain());
            return realm != null
                    && tenant.call(() -> realm.getUserStoreManager().authenticate(user, password));
        } finally {
            context.ungetService(reference);
        }
    }
}
