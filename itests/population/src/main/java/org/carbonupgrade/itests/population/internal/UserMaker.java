package org.carbonupgrade.itests.population.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.carbonupgrade.itests.population.UserRecord;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreManager;

/** Makes roles and users in the primary and every secondary user store of one tenant. */
final class UserMaker {

    /** Internal roles live in the user database, whatever store their members are in. */
    static final List<String> INTERNAL_ROLES =
            Collections.unmodifiableList(Arrays.asList("Internal/auditors", "Internal/Größen-Prüfer"));

    /** Each store has one of its own. */
    static final String STORE_ROLE = "team-équipe";

    private static final String EVERYONE = "Internal/everyone";
    private static final int USERS_PER_STORE = 4;
    private static final List<String> NAMES = Collections.unmodifiableList(Arrays.asList(
            "alice", "björn", "chloé", "o'brien", "试验用户", "łukasz", "dave.smith", "erin-99", "иван", "zoë_k"));
    private static final List<String> COUNTRIES =
            Collections.unmodifiableList(Arrays.asList("Österreich", "日本", "Sri Lanka", "Côte d'Ivoire"));

    private final UserRealm realm;
    private final SeededContent content;
    private final String tenantDomain;

    UserMaker(UserRealm realm, SeededContent content, String tenantDomain) {
        this.realm = realm;
        this.content = content;
        this.tenantDomain = tenantDomain;
    }

    List<UserRecord> make(List<UserStorePlan> stores, String adminPassword) throws Exception {
        UserStoreManager manager = realm.getUserStoreManager();
        for (String role : INTERNAL_ROLES) {
            manager.addRole(role, new String[0], null);
        }
        List<UserRecord> users = new ArrayList<>();
        users.add(administrator(adminPassword));
        users.addAll(makeStore(manager, ""));
        for (UserStorePlan store : stores) {
            users.addAll(makeStore(manager, store.domain + "/"));
        }
        return users;
    }

    private UserRecord administrator(String password) throws Exception {
        String role = realm.getRealmConfiguration().getAdminRoleName();
        String name = realm.getRealmConfiguration().getAdminUserName();
        return new UserRecord(name, password, roles(role), Collections.emptyMap());
    }

    private List<UserRecord> makeStore(UserStoreManager manager, String prefix) throws Exception {
        manager.addRole(prefix + STORE_ROLE, new String[0], null);
        List<UserRecord> users = new ArrayList<>();
        for (String name : content.pick(NAMES, USERS_PER_STORE)) {
            users.add(makeUser(manager, prefix, name));
        }
        return users;
    }

    private UserRecord makeUser(UserStoreManager manager, String prefix, String name) throws Exception {
        String password = content.password();
        List<String> roles = new ArrayList<>(content.pick(INTERNAL_ROLES, content.number(INTERNAL_ROLES.size() + 1)));
        if (content.number(2) == 0) {
            roles.add(prefix + STORE_ROLE);
        }
        Map<String, String> claims = claims(name);
        manager.addUser(prefix + name, password, roles.toArray(new String[0]), claims, null);
        return new UserRecord(prefix + name, password, roles(roles.toArray(new String[0])), claims);
    }

    private static SortedSet<String> roles(String... own) {
        SortedSet<String> roles = new TreeSet<>(Arrays.asList(own));
        roles.add(EVERYONE);
        return roles;
    }

    private Map<String, String> claims(String name) {
        Map<String, String> claims = new HashMap<>();
        claims.put(
                "http://wso2.org/claims/givenname", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        claims.put("http://wso2.org/claims/lastname", "van der " + content.word());
        claims.put("http://wso2.org/claims/emailaddress", content.word() + "@" + tenantDomain);
        claims.put("http://wso2.org/claims/telephone", "+43 " + content.number(1_000_000));
        claims.put("http://wso2.org/claims/country", COUNTRIES.get(content.number(COUNTRIES.size())));
        return claims;
    }
}
