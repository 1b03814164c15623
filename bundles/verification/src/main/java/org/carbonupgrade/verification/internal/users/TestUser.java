package org.carbonupgrade.verification.internal.users;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.wso2.carbon.user.core.util.UserCoreUtil;

/** A user that a verification makes. Its passwords are known to this object alone. */
final class TestUser {

    private final String name;
    private final String password;
    private final String nextPassword;
    private final Map<String, String> claims;

    TestUser(String name, String password, String nextPassword, Map<String, String> claims) {
        this.name = Objects.requireNonNull(name, "name");
        this.password = Objects.requireNonNull(password, "password");
        this.nextPassword = Objects.requireNonNull(nextPassword, "nextPassword");
        this.claims = Collections.unmodifiableMap(claims);
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** What its password may be changed to. */
    String nextPassword() {
        return nextPassword;
    }

    /** Values by claim URI. */
    Map<String, String> claims() {
        return claims;
    }

    /** Whether a name, with or without a domain, is this user's. */
    boolean isCalled(String named) {
        return name.equalsIgnoreCase(UserCoreUtil.removeDomainFromName(named));
    }

    @Override
    public String toString() {
        return name;
    }
}
