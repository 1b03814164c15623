package org.carbonupgrade.itests.population;

import java.util.List;

/** A tenant and all that belongs to it. */
public final class TenantRecord {

    public final int id;
    public final String domain;
    public final boolean active;

    /** The secondary ones. */
    public final List<UserStoreRecord> userStores;

    /** All users of all stores, administrators included. */
    public final List<UserRecord> users;

    public final List<PermissionRecord> permissions;
    public final List<ResourceRecord> resources;

    public TenantRecord(
            int id,
            String domain,
            boolean active,
            List<UserStoreRecord> userStores,
            List<UserRecord> users,
            List<PermissionRecord> permissions,
            List<ResourceRecord> resources) {
        this.id = id;
        this.domain = domain;
        this.active = active;
        this.userStores = userStores;
        this.users = users;
        this.permissions = permissions;
        this.resources = resources;
    }

    /** @throws IllegalArgumentException if this tenant has no such user */
    public UserRecord user(String name) {
        return users.stream()
                .filter(user -> user.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the manifest: user " + name + " of " + domain));
    }
}
