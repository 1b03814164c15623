package org.carbonupgrade.verification.internal.checks;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.users.Population;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreManager;
import org.wso2.carbon.user.core.util.UserCoreUtil;

/** Proves that the user stores and users of one tenant are unknown to the others and to the super tenant. */
final class TenantIsolation {

    private final CarbonServer server;
    private final CheckContext context;

    TenantIsolation(CarbonServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    void of(List<TenantTrial> trials) {
        List<Tenancy> all = new ArrayList<>();
        all.add(Tenancy.SUPER);
        trials.forEach(trial -> all.add(trial.tenant()));
        boolean fine = true;
        for (TenantTrial home : trials) {
            for (Tenancy other : all) {
                if (other.id() != home.tenant().id()) {
                    fine &= apart(home, other);
                }
            }
        }
        if (fine && !trials.isEmpty()) {
            context.add(Code.VF_OK.ok("the user stores and users of each of the " + trials.size()
                    + " tenants are unknown to the others and to the super tenant"));
        }
    }

    private boolean apart(TenantTrial home, Tenancy other) {
        List<String> leaks = new ArrayList<>();
        boolean looked = Attempt.at(
                context,
                Code.VF_CHECK_FAILED::couldNotRun,
                "can't tell whether " + home.tenant() + " is unknown to " + other,
                () -> other.call(() -> leaks.addAll(leaks(home, server.realm(other), other))));
        for (String leak : leaks) {
            context.add(Code.VF_NOT_ISOLATED.fail(leak + " of " + home.tenant() + " is known to " + other));
        }
        return looked && leaks.isEmpty();
    }

    /**
     * Users of the same name exist in all tenants: it is the password that tells them apart. Of the super tenant only the
     * primary store is asked, as the others may be the customer's.
     */
    private List<String> leaks(TenantTrial home, UserRealm realm, Tenancy other) throws Exception {
        UserStoreManager others = realm.getUserStoreManager();
        String store = other.isSuper() ? UserCoreUtil.getDomainName(realm.getRealmConfiguration()) : null;
        List<String> leaks = new ArrayList<>();
        for (String domain : home.domains()) {
            context.count("isolationProbes", 1);
            if (others.getSecondaryUserStoreManager(domain) != null) {
                leaks.add("user store " + domain);
            }
        }
        for (Population population : home.populations()) {
            context.count("isolationProbes", 1);
            if (population.firstLogsInTo(others, store)) {
                leaks.add("a user of user store " + population.store());
            }
        }
        return leaks;
    }
}
