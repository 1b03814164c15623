package org.carbonupgrade.verification.internal.users;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;

/** The users that a verification makes in one user store, and the roles that each of them has. */
public final class Population {

    private final String store;
    private final List<TestUser> users;
    private final List<String> roles;

    Population(String store, List<TestUser> users, List<String> roles) {
        this.store = Objects.requireNonNull(store, "store");
        this.users = Collections.unmodifiableList(users);
        this.roles = Collections.unmodifiableList(roles);
    }

    /** The user store's domain. */
    public String store() {
        return store;
    }

    /**
     * Whether one of the users can log in to another tenant.
     *
     * @param store the one to ask there; null asks all of that tenant
     */
    public boolean firstLogsInTo(UserStoreManager others, String store) throws UserStoreException {
        TestUser user = users.get(0);
        return others.authenticate(store == null ? user.name() : qualified(store, user.name()), user.password());
    }

    List<TestUser> users() {
        return users;
    }

    /** The roles' names, with the domain where they have one. */
    List<String> roles() {
        return roles;
    }

    /** A name as it is given to log in to this store and no other. */
    String qualified(String name) {
        return qualified(store, name);
    }

    static String qualified(String store, String name) {
        return store + "/" + name;
    }
}
