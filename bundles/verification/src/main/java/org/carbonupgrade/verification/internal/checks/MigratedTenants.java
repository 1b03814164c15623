package org.carbonupgrade.verification.internal.checks;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.wso2.carbon.user.api.Tenant;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreException;

/** Looks whether the tenants are those that were there before, have their directories, and load. */
final class MigratedTenants {

    private final CarbonServer server;
    private final CheckContext context;

    MigratedTenants(CarbonServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    void check(List<Expectations.Tenant> expected) throws Exception {
        Map<Integer, Tenant> found = new LinkedHashMap<>();
        for (Tenant tenant : server.tenants()) {
            found.put(tenant.getId(), tenant);
        }
        int good = 0;
        for (Expectations.Tenant tenant : expected) {
            context.count("tenants", 1);
            good += check(tenant, found.remove(tenant.id())) ? 1 : 0;
        }
        for (Tenant extra : found.values()) {
            context.add(Code.VF_TENANT_UNEXPECTED.fail(
                    "tenant " + extra.getDomain() + " (" + extra.getId() + ") is in the database and was not before"));
        }
        if (good == expected.size() && found.isEmpty()) {
            context.add(
                    Code.VF_OK.ok(
                            good == 0
                                    ? "the database holds no tenant but the super tenant, as before"
                                    : "the database holds exactly the " + good
                                            + " tenants that it held before, with their directories; those that are active load"));
        }
    }

    private boolean check(Expectations.Tenant expected, Tenant found) {
        String called = "tenant " + expected.domain() + " (" + expected.id() + ")";
        if (found == null) {
            context.add(Code.VF_TENANT_MISSING.fail(called + " is not in the database"));
            return false;
        }
        boolean fine = true;
        if (!expected.domain().equals(found.getDomain())) {
            context.add(Code.VF_TENANT_DIFFERS.fail(called + " is called " + found.getDomain() + " now"));
            fine = false;
        }
        if (expected.isActive() != found.isActive()) {
            context.add(Code.VF_TENANT_DIFFERS.fail(
                    called + " was " + activity(expected.isActive()) + " and is " + activity(found.isActive())));
            fine = false;
        }
        if (expected.hasDirectory() && !Files.isDirectory(server.places().tenant(expected.id()))) {
            context.add(Code.VF_TENANT_DIRECTORY_MISSING.fail(called + " has no directory "
                    + server.places().relative(server.places().tenant(expected.id()))));
            fine = false;
        }
        if (!found.isActive()) {
            context.add(Code.VF_TENANT_INACTIVE.ok(called + " is inactive: its users were not loaded"));
            return fine;
        }
        return loads(called, new Tenancy(found.getId(), found.getDomain())) && fine;
    }

    private boolean loads(String called, Tenancy tenant) {
        try {
            server.visit(tenant, () -> Probe.ask(() -> tenant.call(() -> answers(server.realm(tenant)))));
            return true;
        } catch (Exception e) {
            context.add(Code.VF_TENANT_REALM_BROKEN.fail(called + " can't be loaded: " + Causes.of(e)));
            return false;
        }
    }

    /** Asks the primary store alone: the others are looked at one by one, and one that hangs must not hide the tenant. */
    private static boolean answers(UserRealm realm) throws UserStoreException {
        return realm.getUserStoreManager()
                .isExistingUser(realm.getRealmConfiguration().getAdminUserName());
    }

    private static String activity(boolean active) {
        return active ? "active" : "inactive";
    }
}
