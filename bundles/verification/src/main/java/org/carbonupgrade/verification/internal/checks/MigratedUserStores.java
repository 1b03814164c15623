package org.carbonupgrade.verification.internal.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.StoreFile;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.carbon.UserStores;
import org.wso2.carbon.user.api.Tenant;
import org.wso2.carbon.user.core.UserStoreManager;

/** Looks whether secondary user stores have their file, are loaded, and answer. */
final class MigratedUserStores {

    private final CarbonServer server;
    private final CheckContext context;

    MigratedUserStores(CarbonServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    void check(List<Expectations.UserStore> expected) throws Exception {
        Set<Integer> inactive = inactiveTenants();
        int good = 0;
        for (List<Expectations.UserStore> ofTenant : byTenant(expected)) {
            int tenantId = ofTenant.get(0).tenantId();
            good += inactive.contains(tenantId) ? countReadable(ofTenant) : countWorking(tenantId, ofTenant);
        }
        context.count("userStores", expected.size());
        if (good > 0 && good == expected.size()) {
            context.add(
                    Code.VF_OK.ok("all " + good + " user stores have their file; those in use are loaded and answer"));
        }
    }

    private Set<Integer> inactiveTenants() throws Exception {
        return server.tenants().stream()
                .filter(tenant -> !tenant.isActive())
                .map(Tenant::getId)
                .collect(Collectors.toSet());
    }

    private static Collection<List<Expectations.UserStore>> byTenant(List<Expectations.UserStore> stores) {
        return stores.stream()
                .collect(Collectors.groupingBy(
                        Expectations.UserStore::tenantId, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** How many of an inactive tenant's stores have a file that can be read. Nobody logs in to them: they are not tried. */
    private int countReadable(List<Expectations.UserStore> stores) {
        int good = 0;
        for (Expectations.UserStore store : stores) {
            if (read(store).isPresent()) {
                good++;
                context.add(Code.VF_TENANT_INACTIVE.ok(called(store) + ": its tenant is inactive, it was not tried"));
            }
        }
        return good;
    }

    private int countWorking(int tenantId, List<Expectations.UserStore> stores) throws Exception {
        Optional<Tenancy> tenant = server.tenancy(tenantId);
        if (!tenant.isPresent()) {
            stores.forEach(store -> context.add(
                    Code.VF_USER_STORE_NOT_LOADED.fail(called(store) + " is not loaded: there is no such tenant")));
            return 0;
        }
        return server.visit(tenant.get(), () -> (int)
                stores.stream().filter(store -> works(tenant.get(), store)).count());
    }

    private boolean works(Tenancy tenant, Expectations.UserStore store) {
        Optional<StoreFile> file = read(store);
        if (file.isPresent() && file.get().isDisabled()) {
            context.add(Code.VF_USER_STORE_DISABLED.ok(
                    called(store) + " is disabled: its file is there, it was not tried"));
            return true;
        }
        return file.isPresent() && isLoaded(tenant, store) && answers(tenant, store);
    }

    private Optional<StoreFile> read(Expectations.UserStore store) {
        Path file = file(store);
        if (!Files.isRegularFile(file)) {
            context.add(Code.VF_USER_STORE_FILE_MISSING.fail(called(store) + ": there is no such file"));
            return Optional.empty();
        }
        try {
            StoreFile read = StoreFile.read(file);
            if (store.domain().equalsIgnoreCase(read.property(StoreFile.DOMAIN))) {
                return Optional.of(read);
            }
            context.add(Code.VF_USER_STORE_FILE_BROKEN.fail(
                    called(store) + ": the file is that of user store " + read.property(StoreFile.DOMAIN)));
        } catch (IOException | XMLStreamException e) {
            context.add(
                    Code.VF_USER_STORE_FILE_BROKEN.fail(called(store) + ": the file can't be read: " + Causes.of(e)));
        }
        return Optional.empty();
    }

    private boolean isLoaded(Tenancy tenant, Expectations.UserStore store) {
        try {
            return Probe.ask(() -> {
                if (tenant.isSuper() && !context.request().isReadOnly()) {
                    tenant.call(() -> {
                        new UserStores(server).deploy(store.domain(), file(store));
                        return null;
                    });
                }
                if (users(tenant).getSecondaryUserStoreManager(store.domain()) == null) {
                    throw new IllegalStateException(
                            context.request().isReadOnly() && tenant.isSuper()
                                    ? "the server does not know it, and what only looks does not load it"
                                    : "the server does not know it");
                }
                return true;
            });
        } catch (Exception e) {
            context.add(Code.VF_USER_STORE_NOT_LOADED.fail(called(store) + " is not loaded: " + Causes.of(e)));
            return false;
        }
    }

    private boolean answers(Tenancy tenant, Expectations.UserStore store) {
        try {
            Probe.ask(() -> tenant.call(() -> users(tenant).listUsers(store.domain() + "/*", 1)));
            return true;
        } catch (Exception e) {
            context.add(Code.VF_USER_STORE_NOT_CONNECTED.fail(called(store) + " does not answer: " + Causes.of(e)));
            return false;
        }
    }

    private Path file(Expectations.UserStore store) {
        return server.places().home().resolve(store.file()).normalize();
    }

    private UserStoreManager users(Tenancy tenant) throws Exception {
        return server.realm(tenant).getUserStoreManager();
    }

    private static String called(Expectations.UserStore store) {
        String whose = store.tenantId() == Tenancy.SUPER.id() ? "the super tenant" : "tenant " + store.tenantId();
        return "user store " + store.domain() + " of " + whose + " (" + store.file() + ")";
    }
}
