package org.carbonupgrade.internal.artifacts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carbonupgrade.internal.home.CarbonHome;

/** A tree of the old home that goes to the new one, and what in it does not. Immutable. */
final class Carried {

    /** What Carbon makes of plain jars and configuration at every start, and our own bundles. */
    private static final Pattern MADE_AT_START =
            Pattern.compile(".*\\.(config|propfile)_1\\.0\\.0\\.jar|org\\.carbonupgrade\\..*\\.jar|README\\.txt");

    /** What servers keep that are part of the product: LDAP, Cassandra. */
    static final String DATA = "repository/data";

    /** All trees, in the order in which they are carried. */
    static final List<Carried> ALL = Arrays.asList(
            new Carried("repository/deployment/server", name -> true),
            new Carried("repository/tenants", name -> true),
            new Carried("repository/resources/security", name -> true),
            new Carried("repository/components/lib", Carried::customers),
            new Carried("repository/components/extensions", Carried::customers),
            new Carried("repository/components/dropins", Carried::customers),
            new Carried(DATA, name -> true));

    /** The whole home, of which nothing is carried but what the operator asks for. */
    static final Carried HOME = new Carried("", name -> false);

    private final String directory;
    private final Predicate<String> names;

    private Carried(String directory, Predicate<String> names) {
        this.directory = directory;
        this.names = names;
    }

    /** The root of the tree in a home. */
    Path in(CarbonHome home) {
        return home.resolve(directory);
    }

    /** Whether a file with this name is carried. */
    boolean takes(String file) {
        return names.test(file.substring(file.lastIndexOf('/') + 1));
    }

    /** Whether it holds data, of which only all or nothing makes sense. */
    boolean isData() {
        return directory.equals(DATA);
    }

    boolean isHome() {
        return directory.isEmpty();
    }

    /** From the home, with slashes. */
    String directory() {
        return directory;
    }

    private static boolean customers(String name) {
        return !MADE_AT_START.matcher(name).matches();
    }
}
