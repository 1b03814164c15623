package org.carbonupgrade.itests.population.internal;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.itests.population.ArtifactRecord;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.PermissionRecord;
import org.carbonupgrade.itests.population.ResourceRecord;
import org.carbonupgrade.itests.population.TenantRecord;
import org.carbonupgrade.itests.population.UserRecord;
import org.carbonupgrade.itests.population.UserStoreRecord;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.utils.multitenancy.MultitenantConstants;

/** Fills a fresh server: the super tenant first, then tenants of its own making. */
final class Populate {

    private final Carbon carbon;
    private final long seed;
    private final SeededContent content;
    private final List<ArtifactRecord> artifacts = new ArrayList<>();

    Populate(Carbon carbon, long seed) {
        this.carbon = carbon;
        this.seed = seed;
        this.content = new SeededContent(seed);
    }

    Manifest run() throws Exception {
        List<TenantRecord> tenants = new ArrayList<>();
        tenants.add(populateSuperTenant());
        for (TenantPlan plan : TenantPlan.ALL) {
            tenants.add(populateNew(plan));
        }
        return new Manifest(seed, tenants, artifacts);
    }

    private TenantRecord populateSuperTenant() throws Exception {
        int id = MultitenantConstants.SUPER_TENANT_ID;
        String domain = MultitenantConstants.SUPER_TENANT_DOMAIN_NAME;
        String password = carbon.realms.getBootstrapRealmConfiguration().getAdminPassword();
        return TenantFlow.run(id, domain, () -> fill(id, domain, true, UserStorePlan.OF_SUPER_TENANT, password));
    }

    private TenantRecord populateNew(TenantPlan plan) throws Exception {
        String password = content.password();
        int id = new TenantMaker(carbon).make(plan.domain, password);
        TenantRecord made =
                TenantFlow.run(id, plan.domain, () -> fill(id, plan.domain, plan.active, plan.userStores, password));
        if (!plan.active) {
            carbon.tenants().deactivateTenant(id);
        }
        return made;
    }

    private TenantRecord fill(int id, String domain, boolean active, List<UserStorePlan> plans, String adminPassword)
            throws Exception {
        UserStoreMaker storeMaker = new UserStoreMaker(carbon, id);
        List<UserStoreRecord> stores = new ArrayList<>();
        for (UserStorePlan plan : plans) {
            stores.add(storeMaker.make(plan, content.word()));
        }
        UserRealm realm = carbon.realm(id);
        UserMaker userMaker = new UserMaker(realm, content, domain);
        List<UserRecord> users = userMaker.make(plans, adminPassword);
        List<PermissionRecord> permissions = new PermissionMaker(realm).make(plans);
        List<ResourceRecord> resources = new ArrayList<>();
        for (String registry : RegistryMaker.REGISTRIES) {
            resources.addAll(new RegistryMaker(registry, carbon.registry(registry, id), content, domain).make());
        }
        artifacts.addAll(new ArtifactMaker(carbon.home(), carbon.artifacts(id), content).make());
        return new TenantRecord(id, domain, active, stores, users, permissions, resources);
    }
}
