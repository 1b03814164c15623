package org.carbonupgrade.itests.support;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class CarbonServerIT {

    @Test
    public void startsAStockServerAnswersOnItsConsoleAndStopsWithoutATrace() throws Exception {
        Home home = Homes.stock("stock");
        BrokenConsole.mend(home);
        ProcessHandle jvm;
        int port;
        try (CarbonServer server = CarbonServer.of(home).withConsole().start()) {
            jvm = ProcessHandle.of(server.pid()).orElseThrow();
            port = server.httpsPort();
            assertEquals(List.of(), server.log().errors());
            assertAnswersOnLoopbackOnly(port);
            try (Console console = server.console()) {
                assertThat(console.run("ss org.wso2.carbon.user.core"), containsString("ACTIVE"));
                assertThat(console.run("ss org.wso2.carbon.registry.core"), containsString("registry.core_4.5.1"));
            }
            assertTrue(server.isRunning());
        }
        assertFalse(jvm.isAlive());
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    @Test
    public void killedServerIsGoneAtOnce() {
        CarbonServer server = CarbonServer.start(Homes.stock("killed"));
        ProcessHandle jvm = ProcessHandle.of(server.pid()).orElseThrow();
        server.kill();
        assertFalse(jvm.isAlive());
        assertFalse(server.isRunning());
    }

    @Test
    public void saysWhyAServerDidNotStart() {
        Home home = Homes.stock("broken");
        TextFile.at(home.conf().resolve("carbon.xml")).replace("</Server>", "");
        HarnessException failure = assertThrows(
                HarnessException.class,
                () -> CarbonServer.of(home).within(Duration.ofSeconds(15)).start());
        assertThat(
                failure.getMessage(),
                containsString("Cannot read file " + home.conf().resolve("carbon.xml")));
    }

    private static void assertAnswersOnLoopbackOnly(int port) throws Exception {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses()
                    .filter(any -> !any.isLoopbackAddress())
                    .toList()) {
                assertThrows(address.toString(), ConnectException.class, () -> new Socket(address, port).close());
            }
        }
    }
}
