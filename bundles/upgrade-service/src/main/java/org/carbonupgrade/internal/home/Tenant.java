package org.carbonupgrade.internal.home;

/** A tenant as the user manager's database has it. Immutable. */
public final class Tenant {

    private final int id;
    private final String domain;
    private final boolean active;

    public Tenant(int id, String domain, boolean active) {
        this.id = id;
        this.domain = domain;
        this.active = active;
    }

    /** {@code UM_TENANT.UM_ID}, and the name of its directory. */
    public int id() {
        return id;
    }

    public String domain() {
        return domain;
    }

    public boolean active() {
        return active;
    }

    @Override
    public String toString() {
        return domain + " (" + id + ")";
    }
}
