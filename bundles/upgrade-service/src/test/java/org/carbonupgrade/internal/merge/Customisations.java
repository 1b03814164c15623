package org.carbonupgrade.internal.merge;

import java.util.ArrayList;
import java.util.List;

/** Realistic customisations of Carbon's stock configuration, none of which is in the way of {@link NewVersion}. */
public final class Customisations {

    private Customisations() {}

    public static List<Customisation> all() {
        List<Customisation> all = new ArrayList<>();
        all.addAll(CarbonXmlCustomisations.all());
        all.addAll(RegistryCustomisations.all());
        all.addAll(TransportCustomisations.all());
        all.addAll(OtherCustomisations.all());
        return all;
    }

    /** A file with every customisation of it that can stand with the others. */
    static String together(String file, String text) {
        String customised = text;
        for (Customisation customisation : all()) {
            if (customisation.file().equals(file) && !customisation.isAlone()) {
                customised = customisation.applyTo(customised);
            }
        }
        return customised;
    }
}
