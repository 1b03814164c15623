package org.carbonupgrade.internal.database;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.internal.home.CarbonHome;

/** Where JDBC drivers are: they come from the product, and from a folder of the operator's; they are never ours to choose. */
final class Drivers {

    /** Set by the stand-alone runtime: its folder {@code drivers/}. */
    private static final String EXTRA = "carbonupgrade.drivers";

    /** Also where the step "artifacts" takes them from. */
    private static final List<String> OF_CUSTOMERS =
            Arrays.asList("repository/components/lib", "repository/components/dropins");

    private static final List<String> OF_THE_PRODUCT = Arrays.asList("repository/components/plugins", "lib");

    private Drivers() {}

    /** The places to look in, the operator's own first. */
    static List<Path> of(CarbonHome home) {
        List<Path> places = new ArrayList<>();
        String extra = System.getProperty(EXTRA);
        if (extra != null) {
            places.add(Paths.get(extra));
        }
        OF_CUSTOMERS.forEach(place -> places.add(home.resolve(place)));
        OF_THE_PRODUCT.forEach(place -> places.add(home.resolve(place)));
        return Collections.unmodifiableList(places);
    }

    /** The places to look in for what a new home will have when the old one's drivers have been carried over. */
    static List<Path> of(CarbonHome newHome, CarbonHome oldHome) {
        List<Path> places = new ArrayList<>(of(newHome));
        OF_CUSTOMERS.forEach(place -> places.add(oldHome.resolve(place)));
        return Collections.unmodifiableList(places);
    }
}
