package org.carbonupgrade.verification.internal.server;

import java.util.Hashtable;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** Bundles that a sound server does not resolve either (both seen on a stock 4.5.1). */
final class NotForHere {

    private static final String PLATFORM_FILTER = "Eclipse-PlatformFilter";
    private static final String[] PLATFORM = {"osgi.os", "osgi.arch", "osgi.ws", "osgi.nl"};

    private NotForHere() {}

    /**
     * Whether a bundle is not meant for this server.
     *
     * @param property gives a property of the framework; null if it has none
     */
    static boolean is(Bundle bundle, Function<String, String> property) {
        return isMadeOfAnyFile(bundle) || isForAnotherPlatform(bundle, property);
    }

    /** Carbon makes a fragment at start-up of each file in {@code components/extensions}, be it a README, for a host of that name. */
    private static boolean isMadeOfAnyFile(Bundle bundle) {
        String host = bundle.getHeaders().get(Constants.FRAGMENT_HOST);
        String name = bundle.getSymbolicName();
        return host != null && name != null && (name.equals(host + ".config") || name.equals(host + ".propfile"));
    }

    /** Equinox's launcher comes with native fragments for every platform. */
    private static boolean isForAnotherPlatform(Bundle bundle, Function<String, String> property) {
        String filter = bundle.getHeaders().get(PLATFORM_FILTER);
        if (filter == null) {
            return false;
        }
        Hashtable<String, String> here = new Hashtable<>();
        for (String key : PLATFORM) {
            String value = property.apply(key);
            if (value != null) {
                here.put(key, value);
            }
        }
        try {
            return !FrameworkUtil.createFilter(filter).match(here);
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
