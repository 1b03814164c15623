package org.carbonupgrade.itests.population.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wso2.carbon.core.ServerStartupObserver;
import org.wso2.carbon.registry.core.service.RegistryService;
import org.wso2.carbon.registry.core.service.TenantRegistryLoader;
import org.wso2.carbon.user.core.service.RealmService;

/**
 * Waits for the server to be up and has the work done then, on a thread of its own: the server holds a lock while it tells its
 * observers, and is not up before they return.
 */
@Component(service = ServerStartupObserver.class, immediate = true)
public class PopulationComponent implements ServerStartupObserver {

    private RealmService realms;
    private RegistryService registries;
    private TenantRegistryLoader registryLoader;

    @Override
    public void completingServerStartup() {
        // Nothing yet: the server is not up.
    }

    @Override
    public void completedServerStartup() {
        Carbon carbon = new Carbon(realms, registries, registryLoader);
        new Thread(new Work(carbon), "population").start();
    }

    @Reference
    protected void bindRealmService(RealmService service) {
        realms = service;
    }

    protected void unbindRealmService(RealmService service) {
        realms = null;
    }

    @Reference
    protected void bindRegistryService(RegistryService service) {
        registries = service;
    }

    protected void unbindRegistryService(RegistryService service) {
        registries = null;
    }

    @Reference
    protected void bindTenantRegistryLoader(TenantRegistryLoader service) {
        registryLoader = service;
    }

    protected void unbindTenantRegistryLoader(TenantRegistryLoader service) {
        registryLoader = null;
    }
}
