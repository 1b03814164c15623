package org.carbonupgrade.itests.population.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A secondary user store that is made. */
final class UserStorePlan {

    static final List<UserStorePlan> OF_SUPER_TENANT = Collections.unmodifiableList(
            Arrays.asList(new UserStorePlan("HR", false), new UserStorePlan("CUSTOMERS.EXAMPLE", true)));

    final String domain;
    final boolean encrypted;

    UserStorePlan(String domain, boolean encrypted) {
        this.domain = domain;
        this.encrypted = encrypted;
    }

    /** The domain in a form that can be a file's name; the server insists on it for the configuration file. */
    String fileName() {
        return domain.replace('.', '_');
    }
}
