package org.carbonupgrade.internal.database;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.carbonupgrade.internal.home.CarbonHome;

/** Where JDBC drivers are: they come from the product, and from a folder of the operator's; they are never ours to choose. */
final class Drivers {

    /** Set by the stand-alone runtime: its folder {@code drivers/}. */
    private static final String EXTRA = "carbonupgrade.drivers";

    /** Set by a product: its home. */
    private static final String PRODUCT = "carbon.home";

    /** Also where the step "artifacts" takes them from. */
    private static final List<String> OF_CUSTOMERS =
            Arrays.asList("repository/components/lib", "repository/components/dropins");

    private static final List<String> OF_THE_PRODUCT = Arrays.asList("repository/components/plugins", "lib");

    private Drivers() {}

    /** The places to look in, the operator's own first. */
    static List<Path> of(CarbonHome home) {
        return in(Optional.of(home.path()));
    }

    /** The places to look in for databases of no particular home: the operator's own and, inside a product, the product's. */
    static List<Path> ofNoHome() {
        return in(Optional.ofNullable(System.getProperty(PRODUCT)).map(Paths::get));
    }

    /** The places to look in for what a new home will have when the old one's drivers have been carried over. */
    static List<Path> of(CarbonHome newHome, CarbonHome oldHome) {
        List<Path> places = new ArrayList<>(of(newHome));
        OF_CUSTOMERS.forEach(place -> places.add(oldHome.resolve(place)));
        return Collections.unmodifiableList(places);
    }

    private static List<Path> in(Optional<Path> home) {
        List<Path> places = new ArrayList<>();
        Optional.ofNullable(System.getProperty(EXTRA)).map(Paths::get).ifPresent(places::add);
        home.ifPresent(path -> {
            OF_CUSTOMERS.forEach(place -> places.add(path.resolve(place)));
            OF_THE_PRODUCT.forEach(place -> places.add(path.resolve(place)));
        });
        return Collections.unmodifiableList(places);
    }
}
