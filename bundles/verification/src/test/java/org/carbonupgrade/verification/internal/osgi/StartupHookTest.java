package org.carbonupgrade.verification.internal.osgi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

public class StartupHookTest {

    private final AtomicInteger stateOfDropin = new AtomicInteger(Bundle.RESOLVED);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    @Test(timeout = 60_000)
    public void doesNotHoldUpTheStartOfTheServer() throws Exception {
        stateOfDropin.set(Bundle.ACTIVE);
        CountDownLatch serverIsUp = new CountDownLatch(1);
        new StartupHook(new BundlesStarted(framework()), () -> {
                    thread.set(Thread.currentThread());
                    await(serverIsUp);
                    done.countDown();
                })
                .completedServerStartup();
        serverIsUp.countDown();

        await(done);
        assertTrue(thread.get().isDaemon());
    }

    @Test(timeout = 60_000)
    public void waitsForADropinThatIsNotStartedYet() throws Exception {
        new StartupHook(new BundlesStarted(framework()), done::countDown).completedServerStartup();

        assertFalse(done.await(300, TimeUnit.MILLISECONDS));
        stateOfDropin.set(Bundle.ACTIVE);
        await(done);
    }

    @Test(timeout = 60_000)
    public void waitsNoLongerThanTheFrameworkNeeds() throws Exception {
        BundlesStarted others = new BundlesStarted(framework());
        new StartupHook(others, done::countDown).completedServerStartup();
        others.frameworkEvent(new FrameworkEvent(FrameworkEvent.STARTLEVEL_CHANGED, dropin(), null));

        await(done);
        assertEquals(Bundle.RESOLVED, stateOfDropin.get());
    }

    private BundleContext framework() {
        Bundle system = proxy(Bundle.class, (proxy, method, arguments) -> startLevel(FrameworkStartLevel.class));
        return proxy(
                BundleContext.class,
                (proxy, method, arguments) -> method.getName().equals("getBundles") ? new Bundle[] {dropin()} : system);
    }

    private Bundle dropin() {
        return proxy(Bundle.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "getState":
                    return stateOfDropin.get();
                case "getHeaders":
                    return new Hashtable<>();
                default:
                    return startLevel(BundleStartLevel.class);
            }
        });
    }

    /** Level 4, and to be started. */
    private static <T> T startLevel(Class<T> type) {
        return proxy(
                type,
                (proxy, method, arguments) -> method.getName().equals("getStartLevel") ? (Object) 4 : (Object) true);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
