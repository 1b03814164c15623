package org.carbonupgrade.verification.internal.osgi;

import java.time.Duration;
import org.carbonupgrade.verification.internal.server.PersistentStart;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;

/**
 * Waits until the other bundles are started. Carbon says that the server is up while the framework is still starting
 * bundles, dropins among them; those may hold checks.
 */
final class BundlesStarted implements FrameworkListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private final BundleContext context;
    private volatile boolean levelReached;

    BundlesStarted(BundleContext context) {
        this.context = context;
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
            levelReached = true;
        }
    }

    /** Returns when they are, or after half a minute: a bundle that can't start must not keep the others waiting. */
    void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!levelReached && isAnyToStart() && System.nanoTime() < end) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    private boolean isAnyToStart() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.RESOLVED && PersistentStart.isDue(bundle, context)) {
                return true;
            }
        }
        return false;
    }
}
