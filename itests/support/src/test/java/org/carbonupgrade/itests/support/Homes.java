package org.carbonupgrade.itests.support;

import java.nio.file.Path;

/** Where the tests' homes are made; whatever an earlier run left there is deleted. */
final class Homes {

    private static final Path ALL = Path.of(System.getProperty("itests.homes"));

    private Homes() {}

    /** A directory that does not exist yet. */
    static Path fresh(String name) {
        Path home = ALL.resolve(name);
        Trees.delete(home);
        return home;
    }

    static Home stock(String name) {
        return StockHome.in(fresh(name)).from(CarbonPack.ofTheBuild());
    }
}
