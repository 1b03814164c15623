package org.carbonupgrade.itests.population.internal;

import java.util.concurrent.Callable;
import org.wso2.carbon.context.PrivilegedCarbonContext;

/** Does something on behalf of a tenant: Carbon's services ask the thread whose turn it is. */
final class TenantFlow {

    private TenantFlow() {}

    static <T> T run(int tenantId, String domain, Callable<T> work) throws Exception {
        PrivilegedCarbonContext.startTenantFlow();
        try {
            PrivilegedCarbonContext context = PrivilegedCarbonContext.getThreadLocalCarbonContext();
            context.setTenantId(tenantId);
            context.setTenantDomain(domain);
            return work.call();
        } finally {
            PrivilegedCarbonContext.endTenantFlow();
        }
    }
}
