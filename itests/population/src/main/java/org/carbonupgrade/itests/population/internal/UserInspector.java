package org.carbonupgrade.itests.population.internal;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.carbonupgrade.itests.population.PermissionRecord;
import org.carbonupgrade.itests.population.TenantRecord;
import org.carbonupgrade.itests.population.UserRecord;
import org.carbonupgrade.itests.population.UserStoreRecord;
import org.wso2.carbon.user.core.UserStoreManager;

/** Looks for a tenant's user stores, users and permissions. */
final class UserInspector {

    private static final String REFUSED = "refused";
    private static final String ACCEPTED = "accepted";
    private static final String PRIMARY = "PRIMARY";
    private static final int ALL = 1000;

    private final Carbon carbon;
    private final TenantRecord tenant;
    private final Findings findings;

    UserInspector(Carbon carbon, TenantRecord tenant, Findings findings) {
        this.carbon = carbon;
        this.tenant = tenant;
        this.findings = findings;
    }

    void inspect() {
        for (UserStoreRecord store : tenant.userStores) {
            compare("user store " + store.domain, "state", "loaded", () -> load(store));
        }
        inspectMembers(PRIMARY);
        tenant.userStores.forEach(store -> inspectMembers(store.domain));
        tenant.users.forEach(this::inspect);
        tenant.permissions.forEach(this::inspect);
    }

    private String load(UserStoreRecord store) throws Exception {
        UserStores.load(carbon, tenant.id, carbon.home().resolve(store.file), store.domain);
        return "loaded";
    }

    /** A store that lists a user too many is as wrong as one that lacks one. */
    private void inspectMembers(String store) {
        SortedSet<String> expected = tenant.users.stream()
                .filter(user -> user.store().equals(store))
                .map(user -> user.name)
                .collect(Collectors.toCollection(TreeSet::new));
        compare(
                "user store " + store,
                "users",
                expected,
                () -> new TreeSet<>(Arrays.asList(users().listUsers(store + "/*", ALL))));
    }

    private void inspect(UserRecord user) {
        String subject = "user " + user.name;
        // The server refuses every login to a tenant that is not active.
        compare(subject, "login", tenant.active ? ACCEPTED : REFUSED, () -> login(user, user.password));
        compare(subject, "login with a wrong password", REFUSED, () -> login(user, user.password + "x"));
        compare(subject, "roles", user.roles, () -> new TreeSet<>(Arrays.asList(users().getRoleListOfUser(user.name))));
        compare(subject, "claims", user.claims, () -> claims(user));
    }

    private String login(UserRecord user, String password) throws Exception {
        return users().authenticate(user.name, password) ? ACCEPTED : REFUSED;
    }

    private SortedMap<String, String> claims(UserRecord user) throws Exception {
        String[] wanted = user.claims.keySet().toArray(new String[0]);
        return new TreeMap<>(users().getUserClaimValues(user.name, wanted, null));
    }

    private void inspect(PermissionRecord permission) {
        String subject = "role " + permission.role;
        compare(subject, "permission " + permission.resource, permission.allowed, () -> carbon.realm(tenant.id)
                .getAuthorizationManager()
                .isRoleAuthorized(permission.role, permission.resource, permission.action));
    }

    private UserStoreManager users() throws Exception {
        return carbon.realm(tenant.id).getUserStoreManager();
    }

    private void compare(String subject, String aspect, Object expected, Callable<?> actual) {
        findings.compare(tenant.domain, subject, aspect, expected, actual);
    }
}
