package org.carbonupgrade.internal.plan;

import java.util.Optional;

/** What the plan says of one staging database; what it leaves out is the data source's. Immutable. */
public final class StagingEntry {

    private final String url;
    private final String username;
    private final String password;
    private final String driver;

    StagingEntry(String url, String username, String password, String driver) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.driver = driver;
    }

    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    public Optional<String> driver() {
        return Optional.ofNullable(driver);
    }
}
