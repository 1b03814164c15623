package org.carbonupgrade.verification.internal.osgi;

import org.wso2.carbon.core.ServerStartupObserver;

/**
 * Starts something when the server is up. Carbon calls this on the thread that starts the server, before it says that it is
 * started, and holds a lock: what takes long or throws would stop the server from coming up.
 */
final class StartupHook implements ServerStartupObserver {

    private final BundlesStarted others;
    private final Runnable afterStartup;

    StartupHook(BundlesStarted others, Runnable afterStartup) {
        this.others = others;
        this.afterStartup = afterStartup;
    }

    @Override
    public void completingServerStartup() {
        // Not up yet.
    }

    @Override
    public void completedServerStartup() {
        Thread thread = new Thread(this::run, "carbon-upgrade-verification");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            others.await();
            afterStartup.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
