package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.lang.reflect.Method;
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
    public void gogoFindsTheCommandOfTheVerification() throws Exception {
        everythingIsOfferedWhenCarbonWasThereFirst();
        ServiceReference<?>[] commands = context.getAllServiceReferences(null, "(osgi.command.scope=verification)");
        assertEquals(1, commands.length);
        Object functions = commands[0].getProperty("osgi.command.function");
        assertArrayEquals(
                new Object[] {"run"}, functions instanceof Object[] ? (Object[]) functions : new Object[] {functions});
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
            assertEquals(type, true, service(type) != null);
        }
    }

    private Object service(String type) throws Exception {
        for (ServiceReference<?> reference : context.getAllServiceReferences(type, null)) {
            if (OURS.contains(reference.getBundle().getSymbolicName())) {
                return reference.getBundle().getBundleContext().getService(reference);
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
