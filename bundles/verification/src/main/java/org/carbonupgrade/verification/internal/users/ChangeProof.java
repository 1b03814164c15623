package org.carbonupgrade.verification.internal.users;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.Notes;
import org.wso2.carbon.CarbonConstants;
import org.wso2.carbon.user.core.AuthorizationManager;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;

/** Proves that what is known of a user can be changed, and that the change is in force at once: roles, permission, password, the user. */
public final class ChangeProof {

    private final UserStoreManager users;
    private final AuthorizationManager rights;
    private final String whose;
    private final CheckContext context;
    private final Notes notes;

    /** @param whose names the tenant in findings */
    public ChangeProof(UserRealm realm, String whose, CheckContext context, Notes notes) throws UserStoreException {
        this.users = realm.getUserStoreManager();
        this.rights = realm.getAuthorizationManager();
        this.whose = Objects.requireNonNull(whose, "whose");
        this.context = context;
        this.notes = notes;
    }

    /** Changes the one user of a population in each way, and deletes it at last. */
    public void of(Population population) throws UserStoreException {
        String store = "user store " + population.store() + " of " + whose;
        TestUser user = population.users().get(0);
        String name = population.qualified(user.name());
        boolean fine = permission(store, name, population.roles());
        fine &= roles(store, population.unambiguous(user.name()), user, population.roles());
        fine &= password(store, name, user);
        fine &= deletion(store, name, user);
        context.count("usersChanged", 1);
        if (fine) {
            context.add(
                    Code.VF_OK.ok(store + ": a permission, roles and the password of a user were changed, and the user"
                            + " deleted, each with effect at once"));
        }
    }

    private boolean permission(String store, String name, List<String> roles) throws UserStoreException {
        boolean fine = true;
        for (String role : roles) {
            String resource = "/permission/verification/" + context.runId();
            fine &= may(store, name, resource, false, "before it was granted to role " + role);
            notes.note(Made.Kind.PERMISSION, resource);
            rights.authorizeRole(role, resource, CarbonConstants.UI_PERMISSION_ACTION);
            fine &= may(store, name, resource, true, "after it was granted to role " + role);
            fine &= may(store, name, resource + "-other", false, "while another is granted");
            rights.clearResourceAuthorizations(resource);
            fine &= may(store, name, resource, false, "after it was taken from role " + role);
        }
        return fine;
    }

    private boolean may(String store, String name, String resource, boolean expected, String when)
            throws UserStoreException {
        if (rights.isUserAuthorized(name, resource, CarbonConstants.UI_PERMISSION_ACTION) == expected) {
            return true;
        }
        context.add(Code.VF_PERMISSION_DIFFERS.fail(
                store + ": " + name + (expected ? " lacks" : " has") + " a permission " + when));
        return false;
    }

    private boolean roles(String store, String name, TestUser user, List<String> roles) throws UserStoreException {
        // One by one, each in an array of its own: the server strips domains off the names in the array that it is
        // given (seen).
        for (String role : roles) {
            users.updateRoleListOfUser(name, new String[] {role}, new String[0]);
        }
        boolean fine = in(store, user, roles, false);
        for (String role : roles) {
            users.updateRoleListOfUser(name, new String[0], new String[] {role});
        }
        return in(store, user, roles, true) && fine;
    }

    /** Asks each role for its users: the roles of a user of the primary store come from a cache, also when they were changed (seen). */
    private boolean in(String store, TestUser user, List<String> roles, boolean expected) throws UserStoreException {
        for (String role : roles) {
            boolean there = Arrays.stream(users.getUserListOfRole(role)).anyMatch(user::isCalled);
            if (there != expected) {
                context.add(Code.VF_ROLES_DIFFER.fail(store + ": " + user + (expected ? " lacks" : " still has")
                        + " the role " + role + " after it was " + (expected ? "given" : "taken away")));
                return false;
            }
        }
        return true;
    }

    private boolean password(String store, String name, TestUser user) throws UserStoreException {
        users.updateCredential(name, user.nextPassword(), user.password());
        context.count("logins", 1);
        context.count("refusedLogins", 1);
        if (!users.authenticate(name, user.nextPassword())) {
            context.add(Code.VF_PASSWORD_NOT_CHANGED.fail(store + ": " + name + " can't log in with its new password"));
            return false;
        }
        if (users.authenticate(name, user.password())) {
            context.add(
                    Code.VF_PASSWORD_NOT_CHANGED.fail(store + ": " + name + " still logs in with its old password"));
            return false;
        }
        return true;
    }

    private boolean deletion(String store, String name, TestUser user) throws UserStoreException {
        users.deleteUser(name);
        context.count("refusedLogins", 1);
        if (users.isExistingUser(name) || users.authenticate(name, user.nextPassword())) {
            context.add(Code.VF_USER_NOT_DELETED.fail(store + ": " + name + " is there after it was deleted"));
            return false;
        }
        return true;
    }
}
