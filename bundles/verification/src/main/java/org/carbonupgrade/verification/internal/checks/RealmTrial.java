package org.carbonupgrade.verification.internal.checks;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.trace.Notes;
import org.carbonupgrade.verification.internal.users.ChangeProof;
import org.carbonupgrade.verification.internal.users.IsolationProof;
import org.carbonupgrade.verification.internal.users.LoginProof;
import org.carbonupgrade.verification.internal.users.Population;
import org.carbonupgrade.verification.internal.users.PopulationMaker;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreManager;

/** Tries the user stores of one tenant, one after the other: adds users, logs in as each. Called as that tenant. */
final class RealmTrial {

    private final Tenancy tenant;
    private final CheckContext context;
    private final UserStoreManager users;
    private final PopulationMaker maker;
    private final ChangeProof changes;
    private final List<Population> populations = new ArrayList<>();

    RealmTrial(UserRealm realm, Tenancy tenant, CheckContext context, Notes notes) throws Exception {
        this.tenant = tenant;
        this.context = context;
        this.users = realm.getUserStoreManager();
        this.maker = new PopulationMaker(context.runId(), realm, notes);
        this.changes = new ChangeProof(realm, tenant.toString(), context, notes);
    }

    /** Tries the primary store, which is the customer's: one that is not JDBC, or is read-only, is left alone. */
    void ofPrimary() throws Exception {
        if (PrimaryStore.isWritable(users)) {
            of("PRIMARY", () -> maker.inPrimary(usersPerStore()), true);
            change("PRIMARY", maker::oneMoreInPrimary);
        } else {
            context.add(Code.VF_PRIMARY_STORE_READ_ONLY.warn("the primary user store of " + tenant + " ("
                    + users.getClass().getSimpleName() + ") is not written to: no users of it were tried"));
        }
    }

    /**
     * Tries a secondary store.
     *
     * @param key tells the users of this store from those of the others
     */
    void ofSecondary(String domain, String key) {
        of(domain, () -> maker.inSecondary(domain, key, usersPerStore()), !tenant.isSuper());
        change(domain, () -> maker.oneMoreInSecondary(domain, key));
    }

    /** Tries whether the stores tried so far keep their users apart. */
    void ofIsolation() {
        Attempt.at(
                context,
                Code.VF_CHECK_FAILED::couldNotRun,
                "can't tell whether the user stores of " + tenant + " keep their users apart",
                () -> new IsolationProof(users, tenant.toString(), context).of(populations));
    }

    /** The users that were made. */
    List<Population> populations() {
        return populations;
    }

    private void of(String domain, Making making, boolean withoutDomain) {
        String store = "user store " + domain + " of " + tenant;
        boolean made = Attempt.at(
                context,
                Code.VF_USERS_NOT_ADDED::fail,
                store + ": can't add users",
                () -> populations.add(making.make()));
        if (made) {
            Population population = populations.get(populations.size() - 1);
            LoginProof proof = new LoginProof(users, tenant.toString(), context);
            Attempt.at(
                    context,
                    Code.VF_LOGIN_REFUSED::fail,
                    store + ": can't try its users",
                    () -> proof.of(population, withoutDomain));
        }
    }

    private void change(String domain, Making making) {
        Attempt.at(
                context,
                Code.VF_USERS_NOT_CHANGED::fail,
                "user store " + domain + " of " + tenant + ": can't change a user",
                () -> changes.of(making.make()));
    }

    private int usersPerStore() {
        return context.request().settings().usersPerStore();
    }

    @FunctionalInterface
    private interface Making {
        Population make() throws Exception;
    }
}
