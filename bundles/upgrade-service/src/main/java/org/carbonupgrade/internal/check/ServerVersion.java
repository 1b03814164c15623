package org.carbonupgrade.internal.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a database server, as far as it decides what the server understands: its first two numbers. Immutable. */
final class ServerVersion implements Comparable<ServerVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

    private final int major;
    private final int minor;

    private ServerVersion(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    /** The first version in a text; 0.0 if there is none. PostgreSQL has one number since 10: the second is of mended faults. */
    static ServerVersion of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.find()) {
            return new ServerVersion(0, 0);
        }
        boolean second = numbers.group(2) != null;
        return new ServerVersion(Integer.parseInt(numbers.group(1)), second ? Integer.parseInt(numbers.group(2)) : 0);
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
