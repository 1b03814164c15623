package org.carbonupgrade.verification.internal.checks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.wso2.carbon.ndatasource.core.CarbonDataSource;
import org.wso2.carbon.ndatasource.core.JNDIConfig;
import org.wso2.carbon.user.api.Tenant;

/** What the server itself says that it holds: what to look at where nobody said what to expect. */
final class PresentState {

    private final CarbonServer server;

    PresentState(CarbonServer server) {
        this.server = server;
    }

    Expectations asExpectations() throws Exception {
        List<Expectations.Tenant> tenants = new ArrayList<>();
        List<Expectations.UserStore> stores =
                new ArrayList<>(stores(Tenancy.SUPER.id(), server.places().superTenantUserStores()));
        for (Tenant tenant : server.tenants()) {
            boolean directory = Files.isDirectory(server.places().tenant(tenant.getId()));
            tenants.add(new Expectations.Tenant(tenant.getId(), tenant.getDomain(), tenant.isActive(), directory));
            if (tenant.isActive()) {
                stores.addAll(stores(tenant.getId(), server.places().tenantUserStores(tenant.getId())));
            }
        }
        return new Expectations(tenants, stores, dataSources());
    }

    private List<Expectations.UserStore> stores(int tenantId, Path directory) throws IOException {
        List<Expectations.UserStore> stores = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.xml")) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    String domain =
                            name.substring(0, name.length() - ".xml".length()).replace('_', '.');
                    stores.add(new Expectations.UserStore(
                            tenantId, domain, server.places().relative(file)));
                }
            }
        }
        return stores;
    }

    private List<Expectations.DataSource> dataSources() throws Exception {
        List<Expectations.DataSource> sources = new ArrayList<>();
        for (CarbonDataSource source : server.dataSources()) {
            JNDIConfig jndi = source.getDSMInfo().getJndiConfig();
            sources.add(new Expectations.DataSource(
                    source.getDSMInfo().getName(), jndi == null ? null : jndi.getName(), false));
        }
        return sources;
    }
}
