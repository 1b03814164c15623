package org.carbonupgrade.verification.internal.users;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.Notes;
import org.wso2.carbon.user.api.Permission;
import org.wso2.carbon.user.api.RealmConfiguration;
import org.wso2.carbon.user.core.UserCoreConstants;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreManager;
import org.wso2.carbon.user.core.util.UserCoreUtil;

/** Adds users, with roles and claims, to user stores of one realm. Called as the realm's tenant. */
public final class PopulationMaker {

    private final String runId;
    private final UserRealm realm;
    private final UserStoreManager users;
    private final Notes notes;

    public PopulationMaker(String runId, UserRealm realm, Notes notes) throws Exception {
        this.runId = runId;
        this.realm = realm;
        this.users = realm.getUserStoreManager();
        this.notes = notes;
    }

    /** Adds users to the store that every tenant has, in the customer's own database. */
    public Population inPrimary(int count) throws Exception {
        return make(
                UserCoreUtil.getDomainName(realm.getRealmConfiguration()),
                realm.getRealmConfiguration(),
                "p",
                count,
                false);
    }

    /**
     * Adds users to a secondary store of the verification's own.
     *
     * @param key tells the users of this store from those of the realm's others
     */
    public Population inSecondary(String domain, String key, int count) throws Exception {
        RealmConfiguration store = users.getSecondaryUserStoreManager(domain).getRealmConfiguration();
        return make(domain, store, key, count, true);
    }

    /** Adds one user, with roles of its own, who is there to be changed. */
    public Population oneMoreInPrimary() throws Exception {
        return make(
                UserCoreUtil.getDomainName(realm.getRealmConfiguration()),
                realm.getRealmConfiguration(),
                "px",
                1,
                false);
    }

    /** The same in a secondary store. */
    public Population oneMoreInSecondary(String domain, String key) throws Exception {
        return inSecondary(domain, key + "x", 1);
    }

    private Population make(String domain, RealmConfiguration store, String key, int count, boolean ownDatabase)
            throws Exception {
        StoreRules rules = new StoreRules(domain, store);
        List<String> roles = new ArrayList<>();
        roles.add(addRole(UserCoreConstants.INTERNAL_DOMAIN + "/" + rules.roleName(runId + "-" + key + "i")));
        if (rules.hasRoles()) {
            roles.add(addRole(UserCoreUtil.addDomainToName(rules.roleName(runId + "-" + key + "r"), domain)));
        }
        List<TestUser> made = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String name = rules.userName(runId + "-" + key + "u" + i);
            TestUser user = new TestUser(
                    name,
                    rules.password(),
                    rules.password(),
                    TestClaims.of(name, ownDatabase, realm.getClaimManager()));
            if (!ownDatabase) {
                notes.note(Made.Kind.USER, name);
            }
            users.addUser(
                    Population.qualified(domain, name),
                    user.password(),
                    roles.toArray(new String[0]),
                    new HashMap<>(user.claims()),
                    UserCoreConstants.DEFAULT_PROFILE);
            made.add(user);
        }
        return new Population(domain, !ownDatabase, made, roles);
    }

    private String addRole(String name) throws Exception {
        notes.note(Made.Kind.ROLE, name);
        users.addRole(name, new String[0], new Permission[0]);
        return name;
    }
}
