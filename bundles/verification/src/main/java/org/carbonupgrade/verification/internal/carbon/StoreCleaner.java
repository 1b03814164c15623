package org.carbonupgrade.verification.internal.carbon;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.wso2.carbon.user.core.UserRealm;
import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;

/**
 * Deletes users that a verification made, one by one. Their rows would go as a whole later on; but only this way
 * those parts of a product that keep something of their own for a user hear that the user is gone.
 */
final class StoreCleaner {

    private static final Log LOG = LogFactory.getLog(StoreCleaner.class);
    private static final int AT_ONCE = 1000;

    private final CarbonServer server;

    StoreCleaner(CarbonServer server) {
        this.server = server;
    }

    /** Deletes all users of a user store of the super tenant. */
    void removeUsers(String domain) throws Exception {
        Tenancy.SUPER.call(() -> {
            UserStoreManager users = server.realm(Tenancy.SUPER).getUserStoreManager();
            removeUsers(users, domain + "/*", "");
            return null;
        });
    }

    /** Deletes all users of all user stores of a tenant but its administrator, as far as that works. */
    void removeUsers(Tenancy tenant) throws Exception {
        tenant.call(() -> {
            try {
                UserRealm realm = server.realm(tenant);
                UserStoreManager users = realm.getUserStoreManager();
                removeUsers(users, "*", realm.getRealmConfiguration().getAdminUserName());
            } catch (Exception e) {
                LOG.debug("can't delete the users of " + tenant + " one by one", e);
            }
            return null;
        });
    }

    private static void removeUsers(UserStoreManager users, String filter, String except) throws UserStoreException {
        Set<String> tried = new HashSet<>();
        for (List<String> found = list(users, filter); tried.addAll(found); found = list(users, filter)) {
            for (String user : found) {
                if (!user.equals(except)) {
                    users.deleteUser(user);
                }
            }
        }
    }

    private static List<String> list(UserStoreManager users, String filter) throws UserStoreException {
        return Arrays.asList(users.listUsers(filter, AT_ONCE));
    }
}
