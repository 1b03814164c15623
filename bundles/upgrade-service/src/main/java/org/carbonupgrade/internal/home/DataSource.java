package org.carbonupgrade.internal.home;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** An entry of a {@code *-datasources.xml}, or the database that a user store names itself. Immutable. */
public final class DataSource {

    private final String name;
    private final Path file;
    private final String jndi;
    private final String url;
    private final String username;
    private final StoredSecret password;
    private final String driver;

    /**
     * @param name unique in a home
     * @param file where it is defined
     * @param jndi its JNDI name, or null
     * @param url as it is written; placeholders are not resolved
     * @param driver class name, or null
     */
    DataSource(String name, Path file, String jndi, String url, String username, StoredSecret password, String driver) {
        this.name = Objects.requireNonNull(name, "name");
        this.file = Objects.requireNonNull(file, "file");
        this.jndi = jndi;
        this.url = Objects.requireNonNull(url, "url");
        this.username = username;
        this.password = Objects.requireNonNull(password, "password");
        this.driver = driver;
    }

    public String name() {
        return name;
    }

    /** The file that defines it. */
    public Path file() {
        return file;
    }

    public Optional<String> jndi() {
        return Optional.ofNullable(jndi);
    }

    /** The URL as it is written. Never print it: it may hold a password. */
    public String url() {
        return url;
    }

    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    public StoredSecret password() {
        return password;
    }

    public Optional<String> driver() {
        return Optional.ofNullable(driver);
    }

    @Override
    public String toString() {
        return name;
    }
}
