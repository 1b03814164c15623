package org.carbonupgrade.internal.database;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.internal.home.CarbonHome;

/** Where JDBC drivers are: they come from the product, and from a folder of the operator's; they are never ours to choose. */
final class Drivers {

    /** Set by the stand-alone runtime: its folder {@code drivers/}. */
    private static final String EXTRA = "carbonupgrade.drivers";

    private static final String[] IN_A_HOME = {
        "repository/components/lib", "repository/components/dropins", "repository/components/plugins", "lib"
    };

    private Drivers() {}

    /** The places to look in, the operator's own first. */
    static List<Path> of(CarbonHome home) {
        List<Path> places = new ArrayList<>();
        String extra = System.getProperty(EXTRA);
        if (extra != null) {
            places.add(Paths.get(extra));
        }
        for (String place : IN_A_HOME) {
            places.add(home.resolve(place));
        }
        return Collections.unmodifiableList(places);
    }
}
