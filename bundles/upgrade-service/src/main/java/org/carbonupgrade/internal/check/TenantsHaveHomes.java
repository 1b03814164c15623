package org.carbonupgrade.internal.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.Tenants;
import org.carbonupgrade.internal.home.DatabaseUse;
import org.carbonupgrade.internal.home.Tenant;
import org.carbonupgrade.internal.home.TenantDirectories;
import org.carbonupgrade.internal.step.Workplace;

/** Every directory of a tenant belongs to a tenant of the database; a tenant without artifacts needs none. */
final class TenantsHaveHomes implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        if (workplace.databases().pairs().stream().noneMatch(pair -> pair.uses().contains(DatabaseUse.USER_MANAGER))) {
            if (workplace.databases().problems().isEmpty()) {
                found.accept(UpgradeError.USER_MANAGER_NONE.found(
                        Status.FAIL,
                        workplace.oldHome().conf().resolve("user-mgt.xml").toString(),
                        "No data source of the old home is the one that users and tenants are in."));
            }
            return; // a problem may be about the very database that knows the tenants
        }
        List<Tenant> tenants = Tenants.of(workplace.databases(), workplace.copier());
        Set<Integer> ids = tenants.stream().map(Tenant::id).collect(Collectors.toSet());
        Map<Integer, Path> directories = TenantDirectories.of(workplace.oldHome());
        directories.forEach((id, directory) -> {
            if (!ids.contains(id)) {
                found.accept(UpgradeError.TENANT_UNKNOWN.found(
                        Status.WARN, directory.toString(), "The database has no tenant with the id " + id + "."));
            }
        });
        long inactive = tenants.stream().filter(tenant -> !tenant.active()).count();
        found.accept(UpgradeError.TENANTS.found(
                Status.OK,
                workplace.oldHome().toString(),
                tenants.size() + " tenants, " + inactive + " of them inactive; " + directories.size()
                        + " have a directory of their own."));
    }
}
