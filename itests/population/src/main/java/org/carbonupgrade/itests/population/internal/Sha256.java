package org.carbonupgrade.itests.population.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests content for the manifest. */
final class Sha256 {

    private Sha256() {}

    /** In lower-case hexadecimal. */
    static String of(byte[] content) {
        try {
            StringBuilder hex = new StringBuilder();
            for (byte b : MessageDigest.getInstance("SHA-256").digest(content)) {
                hex.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
