package org.carbonupgrade.internal.home;

/** What a home uses a database for. */
public enum DatabaseUse {
    /** Tenants, users, roles and permissions: the data source of user-mgt.xml. */
    USER_MANAGER("user manager", "UM_"),
    /** The registry, local or mounted: a dbConfig of registry.xml. */
    REGISTRY("registry", "REG_"),
    /** The users of a secondary user store. */
    USER_STORE("user store", ""),
    /** A customer's or another component's. */
    OTHER("other", "");

    private final String label;
    private final String tablePrefix;

    DatabaseUse(String label, String tablePrefix) {
        this.label = label;
        this.tablePrefix = tablePrefix;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What the names of the tables that this use can't do without begin with; empty for none. */
    public String tablePrefix() {
        return tablePrefix;
    }
}
