package org.carbonupgrade.verification.internal.server;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Which bundles a framework starts by itself. */
public final class PersistentStart {

    private PersistentStart() {}

    /** Whether a bundle is to be started by now: somebody said so, and its start level is reached. A fragment never is. */
    public static boolean isDue(Bundle bundle, BundleContext context) {
        BundleStartLevel start = bundle.adapt(BundleStartLevel.class);
        int reached = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkStartLevel.class)
                .getStartLevel();
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                && start != null
                && start.isPersistentlyStarted()
                && start.getStartLevel() <= reached;
    }
}
