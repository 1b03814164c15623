package org.carbonupgrade.itests.support;

/**
 * A data source of a home's configuration.
 *
 * @param jndiName by which the other configuration files refer to it
 * @param url relative to the home if it is an embedded database's
 * @param autoCommit what new connections are set to
 */
public record DataSource(
        String name,
        String description,
        String jndiName,
        String url,
        String driver,
        String username,
        String password,
        boolean autoCommit) {

    /** Without the password. */
    @Override
    public String toString() {
        return name;
    }
}
