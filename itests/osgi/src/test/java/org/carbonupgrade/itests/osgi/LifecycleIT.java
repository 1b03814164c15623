package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles and Carbon's services come and go in any order. */
public class LifecycleIT extends CarbonFramework {

    private static final long SEED = Long.getLong("seed", 4471);
    private static final int STEPS = Boolean.getBoolean("carbonupgrade.endurance") ? 20_000 : 500;

    @Test
    public void servicesAreConsistentAfterEveryStopAndStart() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            done.add(toggle(random.nextInt(OURS.size() + 2)));
            await(done.toString(), expected(), this::services);
        }
    }

    @Test
    public void upgradeServiceStaysWhenTheVerificationBundleIsTakenAway() throws Exception {
        realmService.register();
        dataSourceService.register();
        startAll();
        await("services", Expected.services(true, true, true), this::services);
        Bundle verification = bundle(VERIFICATION);
        String location = verification.getLocation();

        verification.uninstall();
        try {
            refresh();
            assertEquals(Bundle.ACTIVE, bundle(SERVICE).getState());
            await("services", Expected.services(true, true, false), () -> services(Arrays.asList(DBCOPY, SERVICE)));
        } finally {
            context.installBundle(location);
            refresh();
        }
        start(VERIFICATION);
        await("services", Expected.services(true, true, true), this::services);
    }

    private String toggle(int which) throws Exception {
        if (which < OURS.size()) {
            Bundle bundle = bundle(OURS.get(which));
            boolean active = bundle.getState() == Bundle.ACTIVE;
            if (active) {
                bundle.stop();
            } else {
                bundle.start();
            }
            return (active ? "stop " : "start ") + OURS.get(which);
        }
        StubService stub = which == OURS.size() ? realmService : dataSourceService;
        String what = stub == realmService ? "RealmService" : "DataSourceService";
        if (stub.isThere()) {
            stub.unregister();
            return "unregister " + what;
        }
        stub.register();
        return "register " + what;
    }

    private Set<String> expected() {
        return Expected.services(
                isActive(DBCOPY),
                isActive(SERVICE),
                isActive(VERIFICATION) && realmService.isThere() && dataSourceService.isThere());
    }

    private boolean isActive(String name) {
        return bundle(name).getState() == Bundle.ACTIVE;
    }

    /** Wires the upgrade service anew, as a restart of the server would. */
    private void refresh() throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(0)
                .adapt(FrameworkWiring.class)
                .refreshBundles(Collections.singleton(bundle(SERVICE)), event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        refreshed.countDown();
                    }
                });
        assertTrue("refreshed", refreshed.await(10, TimeUnit.SECONDS));
    }
}
