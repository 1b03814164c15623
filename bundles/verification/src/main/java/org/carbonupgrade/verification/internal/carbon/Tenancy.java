package org.carbonupgrade.verification.internal.carbon;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.wso2.carbon.context.PrivilegedCarbonContext;
import org.wso2.carbon.utils.multitenancy.MultitenantConstants;

/** A tenant as whom something is done: Carbon looks up users, user stores and data sources for the tenant of the thread. */
public final class Tenancy {

    /** The tenant that is always there. */
    public static final Tenancy SUPER =
            new Tenancy(MultitenantConstants.SUPER_TENANT_ID, MultitenantConstants.SUPER_TENANT_DOMAIN_NAME);

    private final int id;
    private final String domain;

    public Tenancy(int id, String domain) {
        this.id = id;
        this.domain = Objects.requireNonNull(domain, "domain");
    }

    public int id() {
        return id;
    }

    public String domain() {
        return domain;
    }

    public boolean isSuper() {
        return id == SUPER.id;
    }

    /** Does some work as this tenant; the thread belongs to whom it belonged before when it is done. */
    public <T> T call(Callable<T> work) throws Exception {
        PrivilegedCarbonContext.startTenantFlow();
        try {
            PrivilegedCarbonContext context = PrivilegedCarbonContext.getThreadLocalCarbonContext();
            context.setTenantId(id);
            context.setTenantDomain(domain);
            return work.call();
        } finally {
            PrivilegedCarbonContext.endTenantFlow();
        }
    }

    @Override
    public String toString() {
        return isSuper() ? "the super tenant" : "tenant " + domain;
    }
}
