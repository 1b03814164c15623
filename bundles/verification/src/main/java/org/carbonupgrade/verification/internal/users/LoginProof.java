package org.carbonupgrade.verification.internal.users;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.wso2.carbon.user.core.UserCoreConstants;
import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;

/** Proves that the users of a user store can log in, and that what is known of them is what was said of them. */
public final class LoginProof {

    /** The default of a user store's MaxUserNameListLength. */
    private static final int SHORTEST_CUT = 100;

    private final UserStoreManager users;
    private final String whose;
    private final CheckContext context;

    /** @param whose names the tenant in findings */
    public LoginProof(UserStoreManager users, String whose, CheckContext context) {
        this.users = users;
        this.whose = whose;
        this.context = context;
    }

    /**
     * Tries every user of a store.
     *
     * @param withoutDomain whether to log in without naming the store too. Such a login is tried on one store of the tenant
     *     after the other, and those of the customer are not to be asked: one may not answer for minutes
     */
    public void of(Population population, boolean withoutDomain) throws UserStoreException {
        String store = "user store " + population.store() + " of " + whose;
        boolean fine = true;
        for (TestUser user : population.users()) {
            String name = population.qualified(user.name());
            fine &= logsIn(store, name, user.password());
            if (withoutDomain) {
                fine &= logsIn(store, user.name(), user.password());
            }
            fine &= isRefused(store, name);
            fine &= hasRoles(store, name, population.roles());
            fine &= hasClaims(store, name, user.claims());
        }
        fine &= lists(store, population);
        for (String role : population.roles()) {
            fine &= hasMembers(store, role, population);
        }
        context.count("userStores", 1);
        context.count("users", population.users().size());
        if (fine) {
            context.add(Code.VF_OK.ok(store + ": " + population.users().size()
                    + " users log in, wrong passwords are refused, roles and claims read back"));
        }
    }

    private boolean logsIn(String store, String name, String password) throws UserStoreException {
        context.count("logins", 1);
        if (!users.authenticate(name, password)) {
            context.add(Code.VF_LOGIN_REFUSED.fail(store + ": " + name + " can't log in"));
            return false;
        }
        return true;
    }

    private boolean isRefused(String store, String name) throws UserStoreException {
        context.count("refusedLogins", 1);
        if (users.authenticate(name, Passwords.random())) {
            context.add(Code.VF_WRONG_PASSWORD_ACCEPTED.fail(store + ": " + name + " logs in with a wrong password"));
            return false;
        }
        return true;
    }

    private boolean hasRoles(String store, String name, List<String> expected) throws UserStoreException {
        TreeSet<String> roles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        roles.addAll(Arrays.asList(users.getRoleListOfUser(name)));
        context.count("rolesRead", expected.size());
        if (!roles.containsAll(expected)) {
            context.add(Code.VF_ROLES_DIFFER.fail(
                    store + ": " + name + " should have the roles " + expected + " and has " + roles));
            return false;
        }
        return true;
    }

    private boolean hasClaims(String store, String name, Map<String, String> expected) throws UserStoreException {
        if (expected.isEmpty()) {
            context.add(Code.VF_CLAIMS_MISSING.warn(store + ": the realm knows none of the usual claims"));
            return false;
        }
        Map<String, String> claims = users.getUserClaimValues(
                name, expected.keySet().toArray(new String[0]), UserCoreConstants.DEFAULT_PROFILE);
        context.count("claimsRead", expected.size());
        List<String> wrong = new ArrayList<>();
        expected.forEach((claim, value) -> {
            if (!value.equals(claims.get(claim))) {
                wrong.add(claim + " is " + claims.get(claim) + " instead of " + value);
            }
        });
        if (!wrong.isEmpty()) {
            context.add(Code.VF_CLAIMS_DIFFER.fail(store + ": of " + name + ", " + String.join(", ", wrong)));
        }
        return wrong.isEmpty();
    }

    private boolean lists(String store, Population population) throws UserStoreException {
        TestUser last = population.users().get(population.users().size() - 1);
        String[] listed = users.listUsers(population.qualified(last.name()), 1);
        if (listed.length != 1 || !last.isCalled(listed[0])) {
            context.add(Code.VF_USER_NOT_LISTED.fail(store + ": " + last.name() + " is not in the list of its users"));
            return false;
        }
        return true;
    }

    /**
     * The roles of a user may come from a cache that was filled when the user was added; the users of a role do not. Carbon
     * cuts long lists short.
     */
    private boolean hasMembers(String store, String role, Population population) throws UserStoreException {
        List<String> members = Arrays.asList(users.getUserListOfRole(role));
        for (TestUser user : population.users()) {
            if (members.size() < SHORTEST_CUT && members.stream().noneMatch(user::isCalled)) {
                context.add(Code.VF_ROLES_DIFFER.fail(
                        store + ": " + user.name() + " is not among the users of role " + role));
                return false;
            }
        }
        return true;
    }
}
