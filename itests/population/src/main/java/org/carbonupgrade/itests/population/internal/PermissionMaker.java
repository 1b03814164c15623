package org.carbonupgrade.itests.population.internal;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.itests.population.PermissionRecord;
import org.wso2.carbon.user.core.AuthorizationManager;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreException;

/** Allows and forbids things to one tenant's roles. */
final class PermissionMaker {

    private static final String EXECUTE = "ui.execute";
    private static final String READ = "http://www.wso2.org/projects/registry/actions/get";

    private final AuthorizationManager authorization;
    private final List<PermissionRecord> made = new ArrayList<>();

    PermissionMaker(UserRealm realm) throws UserStoreException {
        authorization = realm.getAuthorizationManager();
    }

    List<PermissionRecord> make(List<UserStorePlan> stores) throws UserStoreException {
        allow(UserMaker.STORE_ROLE, "/permission/admin/login", EXECUTE);
        deny(UserMaker.STORE_ROLE, "/permission/admin/manage", EXECUTE);
        for (UserStorePlan store : stores) {
            allow(store.domain + "/" + UserMaker.STORE_ROLE, "/permission/admin/login", EXECUTE);
        }
        for (String role : UserMaker.INTERNAL_ROLES) {
            allow(role, "/permission/admin/monitor", EXECUTE);
            allow(role, "/_system/governance/upgrade", READ);
        }
        return made;
    }

    private void allow(String role, String resource, String action) throws UserStoreException {
        authorization.authorizeRole(role, resource, action);
        made.add(new PermissionRecord(role, resource, action, true));
    }

    private void deny(String role, String resource, String action) throws UserStoreException {
        authorization.denyRole(role, resource, action);
        made.add(new PermissionRecord(role, resource, action, false));
    }
}
