package org.carbonupgrade.verification.internal.carbon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.carbonupgrade.verification.VerifiedServer;
import org.carbonupgrade.verification.internal.files.Places;
import org.carbonupgrade.verification.internal.trace.Database;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.wso2.carbon.ndatasource.core.CarbonDataSource;
import org.wso2.carbon.ndatasource.core.DataSourceService;
import org.wso2.carbon.user.api.Tenant;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.service.RealmService;
import org.wso2.carbon.user.core.tenant.TenantCache;
import org.wso2.carbon.user.core.tenant.TenantIdKey;
import org.wso2.carbon.user.core.util.DatabaseUtil;

/** The running server that is verified. */
public final class CarbonServer {

    private final RealmService realms;
    private final DataSourceService dataSources;
    private final Places places;

    public CarbonServer(RealmService realms, DataSourceService dataSources, Places places) {
        this.realms = Objects.requireNonNull(realms, "realms");
        this.dataSources = Objects.requireNonNull(dataSources, "dataSources");
        this.places = Objects.requireNonNull(places, "places");
    }

    public RealmService realms() {
        return realms;
    }

    public Places places() {
        return places;
    }

    /** The users, roles and user stores of a tenant; loads them if need be. */
    public UserRealm realm(Tenancy tenancy) throws Exception {
        UserRealm realm = tenancy.call(() -> (UserRealm) realms.getTenantUserRealm(tenancy.id()));
        if (realm == null) {
            throw new IllegalStateException(tenancy + " has no realm");
        }
        return realm;
    }

    /**
     * Does some work with a tenant, as nobody in particular. A tenant that was not loaded before is unloaded afterwards:
     * there may be thousands of them.
     */
    public <T> T visit(Tenancy tenant, Callable<T> work) throws Exception {
        if (tenant.isSuper() || realms.getCachedUserRealm(tenant.id()) != null) {
            return work.call();
        }
        try {
            return work.call();
        } finally {
            unload(tenant.id());
        }
    }

    /** Forgets a tenant's users and user stores; they are loaded anew, from its directory, when they are asked for. */
    void unload(int tenantId) throws Exception {
        UserRealm loaded = realms.getCachedUserRealm(tenantId);
        if (loaded != null) {
            StorePools.closeAll(loaded.getUserStoreManager());
        }
        realms.clearCachedUserRealm(tenantId);
        TenantCache.getInstance().clearCacheEntry(new TenantIdKey(tenantId));
    }

    /** All tenants but the super tenant, as they stand in the database: none of them is loaded. */
    public List<Tenant> tenants() throws Exception {
        return Tenancy.SUPER.call(() -> Arrays.asList(realms.getTenantManager().getAllTenants()));
    }

    /** The tenant of an id; empty if there is none. */
    public Optional<Tenancy> tenancy(int id) throws Exception {
        if (id == Tenancy.SUPER.id()) {
            return Optional.of(Tenancy.SUPER);
        }
        return Optional.ofNullable(realms.getTenantManager().getDomain(id)).map(domain -> new Tenancy(id, domain));
    }

    /** The data source of a name. */
    public Optional<DataSource> dataSource(String name) throws Exception {
        return dataSources().stream()
                .filter(source -> name.equals(source.getDSMInfo().getName()))
                .map(CarbonDataSource::getDSObject)
                .filter(DataSource.class::isInstance)
                .map(DataSource.class::cast)
                .findFirst();
    }

    /** The data sources that the server has, by whatever database. */
    public List<CarbonDataSource> dataSources() throws Exception {
        return Tenancy.SUPER.call(dataSources::getAllDataSources);
    }

    /** The databases that hold, or may hold, what Carbon knows of tenants and users, and its registry. */
    public Databases databases() throws Exception {
        List<Database> databases = new ArrayList<>();
        for (CarbonDataSource source : dataSources()) {
            if (source.getDSObject() instanceof DataSource) {
                databases.add(new Database(source.getDSMInfo().getName(), (DataSource) source.getDSObject()));
            }
        }
        databases.add(userDatabase());
        return Databases.of(databases);
    }

    /** The user manager's database, which may be behind one of the data sources. */
    public Database userDatabase() throws Exception {
        return Tenancy.SUPER.call(() ->
                new Database("user-mgt.xml", DatabaseUtil.getRealmDataSource(realms.getBootstrapRealmConfiguration())));
    }

    /** The server as a report names it. */
    public VerifiedServer description() {
        return new VerifiedServer(places.home().toString(), version(), System.getProperty("java.version"));
    }

    /** What the pack says of itself: the server's own answer can be an unfiltered {@code ${product.version}}. */
    private String version() {
        try {
            byte[] text = Files.readAllBytes(places.home().resolve("bin/wso2carbon-version.txt"));
            return new String(text, StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
