package org.carbonupgrade.verification.internal.run;

import java.security.SecureRandom;

/**
 * Names a verification and everything that it makes. Lower-case letters and digits only, so that it may stand in the name
 * of a user, a role, a user store domain, a tenant's domain and a file, on any database.
 */
public final class RunId {

    private static final String PREFIX = "vf";
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM = 8;

    private RunId() {}

    /** One that no other verification has. */
    public static String create() {
        SecureRandom random = new SecureRandom();
        StringBuilder id = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
