package org.carbonupgrade.internal.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.database.Populations;
import org.carbonupgrade.internal.database.Tenants;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.ClusterDomain;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DataSourceFiles;
import org.carbonupgrade.internal.home.Tenant;
import org.carbonupgrade.internal.home.TenantDirectories;
import org.carbonupgrade.internal.home.UserStoreFile;
import org.carbonupgrade.internal.home.UserStoreFiles;
import org.carbonupgrade.internal.json.Json;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.step.Workplace;

/**
 * What the verification of the started server is to find: the tenants, user stores and data sources of the old home. The
 * verification knows nothing of upgrades beyond this file.
 */
final class StartupContract {

    private final Workplace workplace;

    StartupContract(Workplace workplace) {
        this.workplace = workplace;
    }

    /** As it stands in {@code repository/upgrade/verify-on-startup}. */
    String text() {
        JsonObject contract = new JsonObject();
        contract.addProperty("format", 1);
        contract.addProperty("upgradeId", workplace.upgradeId());
        contract.addProperty("written", Instant.now().toString());
        contract.add("settings", settings(workplace.plan()));
        JsonObject expected = new JsonObject();
        addTenants(expected);
        expected.add("userStores", userStores());
        expected.add("dataSources", dataSources());
        expected.add("populations", populations());
        ClusterDomain.of(workplace.oldHome()).ifPresent(domain -> expected.addProperty("clusterDomain", domain));
        contract.add("expected", expected);
        return Json.text(contract);
    }

    private static JsonObject settings(Plan plan) {
        JsonObject settings = new JsonObject();
        settings.addProperty("userStores", plan.verifyStores());
        settings.addProperty("usersPerStore", plan.verifyUsers());
        settings.addProperty("tenants", plan.verifyTenants());
        settings.addProperty("storesPerTenant", plan.verifyStores());
        return settings;
    }

    private void addTenants(JsonObject expected) {
        Set<Integer> directories =
                new TreeSet<>(TenantDirectories.of(workplace.oldHome()).keySet());
        Set<Integer> orphans = new TreeSet<>(directories);
        JsonArray tenants = new JsonArray();
        for (Tenant tenant : Tenants.of(workplace.databases(), workplace.copier())) {
            JsonObject json = new JsonObject();
            json.addProperty("id", tenant.id());
            json.addProperty("domain", tenant.domain());
            json.addProperty("active", tenant.active());
            json.addProperty("directory", directories.contains(tenant.id()));
            tenants.add(json);
            orphans.remove(tenant.id());
        }
        expected.add("tenants", tenants);
        JsonArray left = new JsonArray();
        orphans.forEach(left::add);
        expected.add("orphanDirectories", left);
    }

    private JsonArray userStores() {
        CarbonHome oldHome = workplace.oldHome();
        JsonArray stores = new JsonArray();
        for (UserStoreFile store : UserStoreFiles.of(oldHome)) {
            JsonObject json = new JsonObject();
            json.addProperty("tenantId", store.tenantId());
            json.addProperty("domain", store.domain());
            json.addProperty(
                    "file", oldHome.path().relativize(store.file()).toString().replace('\\', '/'));
            stores.add(json);
        }
        return stores;
    }

    private JsonArray dataSources() {
        List<DataSource> sources = DataSourceFiles.of(workplace.oldHome());
        Set<String> staged = workplace.databases().pairs().stream()
                .flatMap(pair -> pair.sources().stream())
                .map(DataSource::name)
                .collect(Collectors.toSet());
        JsonArray array = new JsonArray();
        for (DataSource source : sources) {
            source.jndi().ifPresent(jndi -> {
                JsonObject json = new JsonObject();
                json.addProperty("name", source.name());
                json.addProperty("jndi", jndi);
                json.addProperty("staged", staged.contains(source.name()));
                array.add(json);
            });
        }
        return array;
    }

    private JsonArray populations() {
        JsonArray populations = new JsonArray();
        Populations.of(workplace.databases(), workplace.copier())
                .forEach((table, counts) -> counts.forEach(count -> {
                    JsonObject json = new JsonObject();
                    json.addProperty("table", table);
                    json.addProperty("tenantId", count.tenantId());
                    json.addProperty("rows", count.rows());
                    populations.add(json);
                }));
        return populations;
    }
}
