package org.carbonupgrade.verification.internal.checks;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.carbon.UserStores;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.trace.Notes;
import org.carbonupgrade.verification.internal.users.Population;
import org.wso2.carbon.user.core.UserRealm;

/** Tries one tenant that the verification made: gives it user stores, and tries those and its primary store. */
final class TenantTrial {

    private final CarbonServer server;
    private final UserStores stores;
    private final Tenancy tenant;
    private final String storePrefix;
    private final CheckContext context;
    private final List<String> domains = new ArrayList<>();
    private final List<Population> populations = new ArrayList<>();

    /** @param storePrefix begins the domains of the tenant's user stores, which no other tenant has */
    TenantTrial(CarbonServer server, UserStores stores, Tenancy tenant, String storePrefix, CheckContext context) {
        this.server = server;
        this.stores = stores;
        this.tenant = tenant;
        this.storePrefix = storePrefix;
        this.context = context;
    }

    void run() {
        context.count("tenants", 1);
        Attempt.at(
                context,
                Code.VF_USER_STORE_NOT_MADE::fail,
                "can't make the user stores of " + tenant,
                this::makeStores);
        Attempt.at(
                context, Code.VF_USER_STORE_NOT_MADE::fail, "can't load the user stores of " + tenant, this::tryStores);
    }

    Tenancy tenant() {
        return tenant;
    }

    /** The domains of the user stores that the tenant was given. */
    List<String> domains() {
        return domains;
    }

    /** The users that were made in its stores, the primary one first. */
    List<Population> populations() {
        return populations;
    }

    private void makeStores() throws Exception {
        for (int i = 1; i <= context.request().settings().storesPerTenant(); i++) {
            String domain = storePrefix + i;
            stores.makeForTenant(tenant.id(), domain, context.runId());
            domains.add(domain);
        }
        stores.reload(tenant.id());
    }

    private void tryStores() throws Exception {
        UserRealm realm = server.realm(tenant);
        RealmTrial trial = new RealmTrial(realm, tenant, context, Notes.NONE);
        tenant.call(() -> {
            trial.ofPrimary();
            for (String domain : domains) {
                trial.ofSecondary(domain, "s" + (domains.indexOf(domain) + 1));
            }
            trial.ofIsolation();
            return null;
        });
        populations.addAll(trial.populations());
    }
}
