package org.carbonupgrade.verification.internal.checks;

import java.util.Arrays;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreManager;

/** Looks whether the administrator that is configured is there, and is one. */
final class Administrator {

    private final CarbonServer server;
    private final CheckContext context;

    Administrator(CarbonServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    void check() throws Exception {
        UserRealm realm = server.realm(Tenancy.SUPER);
        UserStoreManager users = realm.getUserStoreManager();
        String name = realm.getRealmConfiguration().getAdminUserName();
        String role = realm.getRealmConfiguration().getAdminRoleName();
        boolean there = Probe.ask(() -> Tenancy.SUPER.call(() -> users.isExistingUser(name)));
        if (!there) {
            context.add(
                    Code.VF_ADMIN_MISSING.fail("the configured administrator " + name + " is not in the user store"));
        } else if (Probe.ask(() -> Tenancy.SUPER.call(
                () -> Arrays.stream(users.getRoleListOfUser(name)).noneMatch(role::equalsIgnoreCase)))) {
            context.add(Code.VF_ADMIN_MISSING.fail("the configured administrator " + name + " lacks the role " + role));
        } else {
            context.add(Code.VF_OK.ok("the configured administrator is there, and is one"));
        }
    }
}
