package org.carbonupgrade.verification.internal.checks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.FrontDoor;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.carbon.Tenants;
import org.carbonupgrade.verification.internal.carbon.UserStores;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.trace.Notes;

/** Proves that tenants work: makes some, each with user stores of its own, adds users to each store, logs in as each. */
public final class TenantsCheck implements Check {

    private final CarbonServer server;
    private final FrontDoor door;
    private final Notes notes;

    /** @param door by which the server lets people in */
    public TenantsCheck(CarbonServer server, FrontDoor door, Notes notes) {
        this.server = server;
        this.door = door;
        this.notes = notes;
    }

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public String title() {
        return "Tenants and their user stores work";
    }

    @Override
    public Set<String> tags() {
        return Collections.singleton("users");
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(15);
    }

    @Override
    public boolean changesServer() {
        return true;
    }

    @Override
    public void run(CheckContext context) throws Exception {
        if (!PrimaryStore.isWritable(server.realm(Tenancy.SUPER).getUserStoreManager())) {
            context.add(Code.VF_PRIMARY_STORE_READ_ONLY.warn(
                    "no tenants were made: their administrators would have to be written to the primary user store"));
            return;
        }
        if (context.request().settings().tenants() == 0) {
            context.add(Code.VF_OK.ok("none were asked for"));
            return;
        }
        UserStores stores = new UserStores(server);
        Tenants tenants = new Tenants(server, stores, server.databases());
        List<TenantTrial> trials = new ArrayList<>();
        for (int i = 1; i <= context.request().settings().tenants(); i++) {
            String domain = context.runId() + "-t" + i + ".example";
            String storePrefix = (context.runId() + "t" + i + "s").toUpperCase(Locale.ROOT);
            Attempt.at(context, Code.VF_TENANT_NOT_MADE::fail, "can't make tenant " + domain, () -> {
                Tenancy tenant = tenants.make(domain, context.runId() + "-admin", notes);
                trials.add(new TenantTrial(server, stores, tenant, storePrefix, context));
            });
        }
        for (TenantTrial trial : trials) {
            trial.run();
        }
        new TenantIsolation(server, context).of(trials);
        TenantSwitch activity = new TenantSwitch(server.realms().getTenantManager(), door, context);
        trials.forEach(activity::of);
    }
}
