package org.carbonupgrade.internal.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a database server, as far as it decides what the server understands: its first two numbers. Immutable. */
final class ServerVersion implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int FIRST_WITH_ONE_NUMBER = 10;

    private final int major;
    private final int minor;

    private ServerVersion(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    /**
     * The first version in a text, rather one with a dot; 0.0 if there is none.
     *
     * @param type as databases are identified: PostgreSQL has one number since 10, the second is of mended faults
     */
    static ServerVersion of(String type, String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.find()) {
            Matcher number = NUMBER.matcher(text);
            return new ServerVersion(number.find() ? Integer.parseInt(number.group()) : 0, 0);
        }
        int major = Integer.parseInt(numbers.group(1));
        boolean faults = type.equals("PostgreSQL") && major >= FIRST_WITH_ONE_NUMBER;
        return new ServerVersion(major, faults ? 0 : Integer.parseInt(numbers.group(2)));
    }

    @Override
    public int compareTo(ServerVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServerVersion && compareTo((ServerVersion) other) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * major + minor;
    }
}
