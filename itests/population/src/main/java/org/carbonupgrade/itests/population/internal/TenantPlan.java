package org.carbonupgrade.itests.population.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The tenants that are made, apart from the super tenant, which is there. */
final class TenantPlan {

    static final List<TenantPlan> ALL = Collections.unmodifiableList(Arrays.asList(
            new TenantPlan("alpha.example", true, new UserStorePlan("PARTNERS", false)),
            new TenantPlan("beta.example", true, new UserStorePlan("STAFF.BETA", true)),
            new TenantPlan("dormant.example", false)));

    final String domain;
    final boolean active;
    final List<UserStorePlan> userStores;

    private TenantPlan(String domain, boolean active, UserStorePlan... userStores) {
        this.domain = domain;
        this.active = active;
        this.userStores = Arrays.asList(userStores);
    }
}
