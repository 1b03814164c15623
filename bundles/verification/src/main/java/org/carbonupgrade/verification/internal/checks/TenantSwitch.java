package org.carbonupgrade.verification.internal.checks;

import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.FrontDoor;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.users.Population;
import org.wso2.carbon.user.core.tenant.TenantManager;

/** Proves that nobody logs in to a tenant that is switched off, and everybody does when it is switched on again. */
final class TenantSwitch {

    private final TenantManager tenants;
    private final FrontDoor door;
    private final CheckContext context;

    TenantSwitch(TenantManager tenants, FrontDoor door, CheckContext context) {
        this.tenants = tenants;
        this.door = door;
        this.context = context;
    }

    void of(TenantTrial trial) {
        Tenancy tenant = trial.tenant();
        if (trial.populations().isEmpty()) {
            return; // nobody is there to log in; why is reported already
        }
        Attempt.at(
                context,
                Code.VF_TENANT_NOT_SWITCHED::fail,
                "can't switch " + tenant + " off and on",
                () -> switchOffAndOn(tenant, trial.populations().get(0)));
    }

    private void switchOffAndOn(Tenancy tenant, Population users) throws Exception {
        boolean fine = lets(tenant, users, true, "while it was active");
        tenants.deactivateTenant(tenant.id());
        try {
            fine &= lets(tenant, users, false, "while it was inactive");
        } finally {
            tenants.activateTenant(tenant.id());
        }
        fine &= lets(tenant, users, true, "after it was activated again");
        if (fine) {
            context.add(Code.VF_OK.ok(tenant + ": its users log in while it is active, and only then"));
        }
    }

    private boolean lets(Tenancy tenant, Population users, boolean expected, String when) throws Exception {
        context.count(expected ? "logins" : "refusedLogins", 1);
        if (users.firstPasses((user, password) -> door.lets(user, password, tenant)) == expected) {
            return true;
        }
        context.add(Code.VF_TENANT_NOT_SWITCHED.fail(
                "a user of " + tenant + (expected ? " could not log in " : " logged in ") + when));
        return false;
    }
}
