package org.carbonupgrade.verification.internal.users;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.wso2.carbon.user.core.UserStoreException;
import org.wso2.carbon.user.core.UserStoreManager;

/** The users that a verification makes in one user store, and the roles that each of them has. */
public final class Population {

    private final String store;
    private final boolean primary;
    private final List<TestUser> users;
    private final List<String> roles;

    Population(String store, boolean primary, List<TestUser> users, List<String> roles) {
        this.primary = primary;
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

    /** Whether one of the users passes a door. */
    public boolean firstPasses(Door door) throws Exception {
        return door.lets(qualified(users.get(0).name()), users.get(0).password());
    }

    /** Somewhere to log in. */
    @FunctionalInterface
    public interface Door {
        boolean lets(String user, String password) throws Exception;
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

    /**
     * A name as the server wants it where it is asked to change something: with the domain of a secondary store, and without that of
     * the primary one, with which it would take an internal role for one of the store (seen in 4.5.1).
     */
    String unambiguous(String name) {
        return primary ? name : qualified(name);
    }

    static String qualified(String store, String name) {
        return store + "/" + name;
    }
}
