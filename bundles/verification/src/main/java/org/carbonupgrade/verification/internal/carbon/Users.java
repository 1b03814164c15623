package org.carbonupgrade.verification.internal.carbon;

import org.wso2.carbon.user.core.UserStoreManager;

/** Removes users, roles and permissions of the super tenant. */
public final class Users {

    private final CarbonServer server;

    public Users(CarbonServer server) {
        this.server = server;
    }

    /** Removes a user of the primary store, if there is one of this name. */
    public void removeUser(String name) throws Exception {
        Tenancy.SUPER.call(() -> {
            UserStoreManager users = server.realm(Tenancy.SUPER).getUserStoreManager();
            if (users.isExistingUser(name)) {
                users.deleteUser(name);
            }
            return null;
        });
    }

    /** Removes a permission, whoever has it. */
    public void removePermission(String resource) throws Exception {
        Tenancy.SUPER.call(() -> {
            server.realm(Tenancy.SUPER).getAuthorizationManager().clearResourceAuthorizations(resource);
            return null;
        });
    }

    /** Removes a role, if there is one of this name; a role of a user store that is gone is gone too. */
    public void removeRole(String name) throws Exception {
        Tenancy.SUPER.call(() -> {
            UserStoreManager users = server.realm(Tenancy.SUPER).getUserStoreManager();
            int slash = name.indexOf('/');
            boolean internal = name.regionMatches(true, 0, "Internal/", 0, "Internal/".length());
            if (slash < 0 || internal || users.getSecondaryUserStoreManager(name.substring(0, slash)) != null) {
                if (users.isExistingRole(name)) {
                    users.deleteRole(name);
                }
            }
            return null;
        });
    }
}
