package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

public class WithoutRealmServiceIT extends CarbonFramework {

    private static final long SETTLED_MILLIS = 500;

    @Test
    public void databaseCopyAndUpgradeServiceAreOfferedAndVerificationWaits() throws Exception {
        startAll();
        await("services", Expected.services(true, true, false), this::services);
        assertEquals(Bundle.ACTIVE, bundle(VERIFICATION).getState());
        Thread.sleep(SETTLED_MILLIS);
        assertEquals(Expected.services(true, true, false), services());
    }

    @Test
    public void verificationWaitsWithRealmServiceAloneToo() throws Exception {
        realmService.register();
        startAll();
        await("services", Expected.services(true, true, false), this::services);
        Thread.sleep(SETTLED_MILLIS);
        assertEquals(Expected.services(true, true, false), services());
    }

    @Test
    public void gogoFindsEveryCommand() throws Exception {
        startAll();
        await("services", Expected.services(true, true, false), this::services);
        ServiceReference<?>[] commands = context.getAllServiceReferences(null, "(osgi.command.scope=*)");
        assertEquals(1, commands.length);
        assertEquals("upgrade", commands[0].getProperty("osgi.command.scope"));
        assertArrayEquals(
                new String[] {
                    "check",
                    "backup",
                    "copy",
                    "compare",
                    "schema",
                    "configure",
                    "artifacts",
                    "install",
                    "verify",
                    "run",
                    "status",
                    "report",
                    "copydb",
                    "comparedb",
                    "plan",
                    "help"
                },
                (Object[]) commands[0].getProperty("osgi.command.function"));
    }
}
