package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import org.junit.Test;
import org.osgi.framework.ServiceReference;

/** With stubs of the two services of Carbon that the verification needs. */
public class WithRealmServiceIT extends CarbonFramework {

    @Test
    public void everythingIsOfferedWhenCarbonWasThereFirst() throws Exception {
        realmService.register();
        dataSourceService.register();
        startAll();
        await("services", Expected.services(true, true, true), this::services);
    }

    @Test
    public void everythingIsOfferedWhenCarbonComesLast() throws Exception {
        startAll();
        dataSourceService.register();
        realmService.register();
        await("services", Expected.services(true, true, true), this::services);
    }

    @Test
    public void gogoFindsTheCommandsOfTheVerification() throws Exception {
        everythingIsOfferedWhenCarbonWasThereFirst();
        ServiceReference<?>[] commands = context.getAllServiceReferences(null, "(osgi.command.scope=verification)");
        assertEquals(1, commands.length);
        assertEquals(Arrays.asList("run", "clean", "checks", "help"), Arrays.asList((String[])
                commands[0].getProperty("osgi.command.function")));
    }

    /** What it asks Carbon's services for, writes or logs, {@link #leavesNothingBehind} sees. */
    @Test
    public void doesNothingAfterStartupWithoutContract() throws Exception {
        everythingIsOfferedWhenCarbonWasThereFirst();
        Object observer = service("org.wso2.carbon.core.ServerStartupObserver");
        call(observer, "completingServerStartup");
        call(observer, "completedServerStartup");
        await("no thread", Collections.emptySet(), this::newThreads);
    }

    @Test
    public void everyServiceCanBeHad() throws Exception {
        everythingIsOfferedWhenCarbonWasThereFirst();
        for (String type : services()) {
            assertNotNull(type, service(type));
        }
    }

    /** So that the step "verify" works in a server's console. */
    @Test
    public void upgradeServiceUsesTheVerification() throws Exception {
        everythingIsOfferedWhenCarbonWasThereFirst();
        service("org.carbonupgrade.Upgrader");
        await("verifier in use", true, this::isVerifierInUse);
    }

    private boolean isVerifierInUse() {
        ServiceReference<?>[] used = bundle(SERVICE).getServicesInUse();
        return used != null
                && Arrays.stream(used)
                        .flatMap(service -> Arrays.stream((String[]) service.getProperty("objectClass")))
                        .anyMatch("org.carbonupgrade.internal.verify.ServerVerifier"::equals);
    }

    private Object service(String type) throws Exception {
        for (ServiceReference<?> reference : context.getAllServiceReferences(type, null)) {
            if (OURS.contains(reference.getBundle().getSymbolicName())) {
                return context.getService(reference);
            }
        }
        throw new AssertionError("no service " + type);
    }

    private static void call(Object object, String method) throws Exception {
        Method called = object.getClass().getMethod(method);
        called.setAccessible(true);
        called.invoke(object);
    }
}
