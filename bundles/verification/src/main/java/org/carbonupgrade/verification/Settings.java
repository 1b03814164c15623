package org.carbonupgrade.verification;

/** How many things a verification makes, uses and removes again. Immutable. */
public final class Settings {

    /** Enough to prove it, and quick. */
    public static final Settings DEFAULTS = new Settings(2, 3, 2, 2);

    private static final int MOST = 1000;

    private final int userStores;
    private final int usersPerStore;
    private final int tenants;
    private final int storesPerTenant;

    /**
     * @param userStores secondary user stores in the super tenant, 0 to 1000
     * @param usersPerStore users in every user store, the primary ones too, 1 to 1000
     * @param tenants 0 to 1000
     * @param storesPerTenant secondary user stores in every tenant, 0 to 1000
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Settings(int userStores, int usersPerStore, int tenants, int storesPerTenant) {
        this.userStores = within("userStores", 0, userStores);
        this.usersPerStore = within("usersPerStore", 1, usersPerStore);
        this.tenants = within("tenants", 0, tenants);
        this.storesPerTenant = within("storesPerTenant", 0, storesPerTenant);
    }

    public int userStores() {
        return userStores;
    }

    public int usersPerStore() {
        return usersPerStore;
    }

    public int tenants() {
        return tenants;
    }

    public int storesPerTenant() {
        return storesPerTenant;
    }

    private static int within(String name, int least, int value) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(name + " is " + value + ", not within " + least + " and " + MOST);
        }
        return value;
    }
}
