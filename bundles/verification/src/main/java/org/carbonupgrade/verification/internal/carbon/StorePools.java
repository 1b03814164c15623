package org.carbonupgrade.verification.internal.carbon;

import java.lang.reflect.Field;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.wso2.carbon.user.api.RealmConfiguration;
import org.wso2.carbon.user.core.UserStoreManager;
import org.wso2.carbon.user.core.jdbc.JDBCRealmConstants;
import org.wso2.carbon.user.core.jdbc.JDBCUserStoreManager;

/**
 * Closes the connection pools of user stores that are unloaded. Carbon itself leaves them to the garbage collector, with
 * their ten connections each: loading every tenant of a server once could use up all the connections of a database.
 */
final class StorePools {

    private static final Log LOG = LogFactory.getLog(StorePools.class);

    private StorePools() {}

    /** Closes the pools of a realm's user stores, from its first one on. */
    static void closeAll(UserStoreManager first) {
        for (UserStoreManager store = first; store != null; store = store.getSecondaryUserStoreManager()) {
            close(store);
        }
    }

    /** Closes a user store's pool, if it is the store's own: one that has a name in JNDI belongs to the server. */
    static void close(UserStoreManager store) {
        try {
            RealmConfiguration config = store.getRealmConfiguration();
            boolean ownPool = config.getUserStoreProperty(JDBCRealmConstants.DRIVER_NAME) != null
                    && config.getUserStoreProperty(JDBCRealmConstants.DATASOURCE) == null;
            if (store instanceof JDBCUserStoreManager && ownPool) {
                Field pool = JDBCUserStoreManager.class.getDeclaredField("jdbcds");
                pool.setAccessible(true);
                Object opened = pool.get(store);
                opened.getClass().getMethod("close").invoke(opened);
            }
        } catch (Exception e) {
            LOG.debug("can't close the connection pool of a user store", e);
        }
    }
}
