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
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.carbon.UserStores;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.trace.Notes;

/** Proves that user stores of the super tenant work: makes some, adds users to each and has every user log in. */
public final class UserStoresCheck implements Check {

    private final CarbonServer server;
    private final Notes notes;

    public UserStoresCheck(CarbonServer server, Notes notes) {
        this.server = server;
        this.notes = notes;
    }

    @Override
    public String name() {
        return "user-stores";
    }

    @Override
    public String title() {
        return "User stores work in the super tenant";
    }

    @Override
    public Set<String> tags() {
        return Collections.singleton("users");
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean changesServer() {
        return true;
    }

    @Override
    public void run(CheckContext context) throws Exception {
        List<String> domains = makeStores(context);
        RealmTrial trial = new RealmTrial(server.realm(Tenancy.SUPER), Tenancy.SUPER, context, notes);
        Tenancy.SUPER.call(() -> {
            trial.ofPrimary();
            for (String domain : domains) {
                trial.ofSecondary(domain, "s" + (domains.indexOf(domain) + 1));
            }
            trial.ofIsolation();
            return null;
        });
    }

    private List<String> makeStores(CheckContext context) {
        UserStores stores = new UserStores(server);
        List<String> domains = new ArrayList<>();
        for (int i = 1; i <= context.request().settings().userStores(); i++) {
            String domain = (context.runId() + "s" + i).toUpperCase(Locale.ROOT);
            Attempt.at(context, Code.VF_USER_STORE_NOT_MADE::fail, "can't make user store " + domain, () -> {
                stores.makeForSuperTenant(domain, context.runId(), notes);
                domains.add(domain);
            });
        }
        return domains;
    }
}
