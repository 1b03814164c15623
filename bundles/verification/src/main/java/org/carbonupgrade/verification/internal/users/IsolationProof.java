package org.carbonupgrade.verification.internal.users;

import java.util.List;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;

/** Proves that the users of one user store are unknown to the others of its realm. */
public final class IsolationProof {

    private final UserStoreManager users;
    private final String whose;
    private final CheckContext context;

    /** @param whose names the tenant in findings */
    public IsolationProof(UserStoreManager users, String whose, CheckContext context) {
        this.users = users;
        this.whose = whose;
        this.context = context;
    }

    /** Looks for a user of each store in each of the others. */
    public void of(List<Population> populations) throws UserStoreException {
        boolean fine = true;
        for (Population home : populations) {
            for (Population other : populations) {
                if (home != other) {
                    fine &= apart(home, other);
                }
            }
        }
        if (fine && populations.size() > 1) {
            context.add(Code.VF_OK.ok("the users of each of the " + populations.size() + " user stores of " + whose
                    + " are unknown to the others"));
        }
    }

    private boolean apart(Population home, Population other) throws UserStoreException {
        TestUser user = home.users().get(0);
        String elsewhere = other.qualified(user.name());
        context.count("isolationProbes", 1);
        if (users.isExistingUser(elsewhere) || users.authenticate(elsewhere, user.password())) {
            context.add(Code.VF_NOT_ISOLATED.fail("user " + user.name() + " of user store " + home.store() + " of "
                    + whose + " is known in user store " + other.store() + " too"));
            return false;
        }
        return true;
    }
}
