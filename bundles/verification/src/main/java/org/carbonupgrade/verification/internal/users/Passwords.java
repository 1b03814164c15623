package org.carbonupgrade.verification.internal.users;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Passwords that nobody knows and that are never written down. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** What the usual rules ask for: an upper-case and a lower-case letter, a digit, and perhaps another character. */
    private static final List<String> FORMS = Arrays.asList("Aa1!", "Aa1@", "Aa1_", "Aa1", "");

    private static final int[] LENGTHS = {20, 14, 10, 8};

    private Passwords() {}

    /** Twenty letters and digits. */
    public static String random() {
        return letters(LENGTHS[0]);
    }

    /** One that a user store's rule accepts; empty if no form known here does. */
    static Optional<String> accepted(String rule) {
        Pattern pattern = Pattern.compile(rule);
        for (int length : LENGTHS) {
            for (String form : FORMS) {
                String password = form + letters(length - form.length());
                if (pattern.matcher(password).matches()) {
                    return Optional.of(password);
                }
            }
        }
        return Optional.empty();
    }

    private static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS_AND_DIGITS.charAt(RANDOM.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return letters.toString();
    }
}
