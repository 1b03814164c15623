package org.carbonupgrade.verification.internal.carbon;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.axis2.deployment.DeploymentException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.internal.files.AtomicFile;
import org.carbonupgrade.verification.internal.trace.Made;
import org.carbonupgrade.verification.internal.trace.Notes;
import org.wso2.carbon.user.core.UserStoreManager;
import org.wso2.carbon.user.core.common.AbstractUserStoreManager;
import org.wso2.carbon.user.core.common.UserStoreDeploymentManager;

/** Makes secondary user stores, loads them into the server, and removes them again. */
public final class UserStores {

    private static final Log LOG = LogFactory.getLog(UserStores.class);

    private final CarbonServer server;

    public UserStores(CarbonServer server) {
        this.server = server;
    }

    /** Makes a user store of the super tenant and loads it. */
    public void makeForSuperTenant(String domain, String runId, Notes notes) throws Exception {
        Path file = superTenantFile(domain);
        if (!Files.exists(file.getParent())) {
            notes.note(Made.Kind.DIRECTORY, server.places().relative(file.getParent()));
        }
        notes.note(Made.Kind.USER_STORE, domain);
        write(file, domain, runId);
        Tenancy.SUPER.call(() -> {
            deploy(domain, file);
            return null;
        });
    }

    /** Makes a user store of a tenant; {@link #reload} loads it. */
    public void makeForTenant(int tenantId, String domain, String runId) throws IOException, SQLException {
        write(server.places().tenantUserStores(tenantId).resolve(StoreFile.nameFor(domain)), domain, runId);
    }

    /** Has a tenant's user stores read anew from its directory. */
    public void reload(int tenantId) throws Exception {
        server.unload(tenantId);
    }

    /**
     * Loads a user store of the super tenant, unless it is. The bare kernel does so by itself for no store; a product's
     * deployer may be just about to, and then one of the two is refused.
     */
    public void deploy(String domain, Path file) throws Exception {
        if (!isLoaded(domain)) {
            try {
                new UserStoreDeploymentManager().deploy(file.toString());
            } catch (DeploymentException e) {
                if (!isLoaded(domain)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Removes a user store of the super tenant, as far as it is there, with its users, its domain and its database. The
     * file goes before the store is unloaded, or a product's deployer might load it again.
     */
    public void removeFromSuperTenant(String domain) throws Exception {
        Path file = superTenantFile(domain);
        Optional<StoreDatabase> database = database(file);
        Tenancy.SUPER.call(() -> {
            if (isLoaded(domain)) {
                new StoreCleaner(server).removeUsers(domain);
            }
            AtomicFile.delete(file);
            if (isLoaded(domain)) {
                UserStoreManager store = superTenantUsers().getSecondaryUserStoreManager(domain);
                new UserStoreDeploymentManager().undeploy(file.toString());
                StorePools.close(store);
            }
            ((AbstractUserStoreManager) superTenantUsers()).deletePersistedDomain(domain);
            return null;
        });
        database.ifPresent(StoreDatabase::drop);
    }

    /** Deletes the databases of all user stores of a tenant that the verification made. */
    void removeDatabasesOf(int tenantId) throws IOException {
        Path directory = server.places().tenantUserStores(tenantId);
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.xml")) {
                files.forEach(file -> database(file).ifPresent(StoreDatabase::drop));
            }
        }
    }

    private boolean isLoaded(String domain) throws Exception {
        return superTenantUsers().getSecondaryUserStoreManager(domain) != null;
    }

    private Path superTenantFile(String domain) {
        return server.places().superTenantUserStores().resolve(StoreFile.nameFor(domain));
    }

    private UserStoreManager superTenantUsers() throws Exception {
        return server.realm(Tenancy.SUPER).getUserStoreManager();
    }

    private void write(Path file, String domain, String runId) throws IOException, SQLException {
        UserTablesScript script = UserTablesScript.read(server.places().h2Script());
        Path directory = server.places().databases(runId);
        StoreFile.write(file, domain, StoreDatabase.create(directory, domain, script));
    }

    /** The database of a store that the verification made; a file that is only half written has none. */
    private Optional<StoreDatabase> database(Path file) {
        try {
            return Files.exists(file)
                    ? StoreDatabase.of(StoreFile.read(file), server.places().databases())
                    : Optional.empty();
        } catch (IOException | XMLStreamException e) {
            LOG.debug("can't read " + file, e);
            return Optional.empty();
        }
    }
}
