package org.carbonupgrade.verification.internal.checks;

import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;
import org.wso2.carbon.user.core.jdbc.JDBCUserStoreManager;

/** Tells whether a primary user store is one that a verification may write to. */
final class PrimaryStore {

    private PrimaryStore() {}

    /** A directory (LDAP) may be the whole company's, and has no digests to prove that nothing is left in it. */
    static boolean isWritable(UserStoreManager users) throws UserStoreException {
        return users instanceof JDBCUserStoreManager && !users.isReadOnly();
    }
}
