package org.carbonupgrade.verification.internal.users;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/** A user that a verification makes. Its password is known to this object alone. */
final class TestUser {

    private final String name;
    private final String password;
    private final Map<String, String> claims;

    TestUser(String name, String password, Map<String, String> claims) {
        this.name = Objects.requireNonNull(name, "name");
        this.password = Objects.requireNonNull(password, "password");
        this.claims = Collections.unmodifiableMap(claims);
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** Values by claim URI. */
    Map<String, String> claims() {
        return claims;
    }

    @Override
    public String toString() {
        return name;
    }
}
