package org.carbonupgrade.itests.population;

/** What a role may do, or is forbidden to do. */
public final class PermissionRecord {

    public final String role;

    /** A permission's or a registry resource's path. */
    public final String resource;

    public final String action;
    public final boolean allowed;

    public PermissionRecord(String role, String resource, String action, boolean allowed) {
        this.role = role;
        this.resource = resource;
        this.action = action;
        this.allowed = allowed;
    }
}
