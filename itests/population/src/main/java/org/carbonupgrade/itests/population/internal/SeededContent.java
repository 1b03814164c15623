package org.carbonupgrade.itests.population.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invents content that is different in every place and the same for the same seed. */
final class SeededContent {

    private static final String PASSWORD_CHARACTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!$%&*<>'\"äß";
    private static final int PASSWORD_LENGTH = 14;

    private final Random random;

    SeededContent(long seed) {
        random = new Random(seed);
    }

    String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(PASSWORD_CHARACTERS.charAt(random.nextInt(PASSWORD_CHARACTERS.length())));
        }
        return password.toString();
    }

    /** Letters and digits, for places that are not robust against more. */
    String word() {
        return Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> List<T> pick(List<T> from, int count) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}
