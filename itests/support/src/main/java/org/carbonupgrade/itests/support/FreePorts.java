package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports, and offsets for all of a server's ports together, that nobody listens on. */
final class FreePorts {

    static final int HTTPS = 9443;
    static final int HTTP = 9763;

    /** What a kernel opens without an offset: web, JMX if it is on, and what products add (LDAP, Kerberos, Thrift). */
    private static final int[] SERVER = {HTTPS, HTTP, 9999, 11111, 10389, 8000, 10500};

    /** Keeps the highest port below the range from which the system takes ports for outgoing connections. */
    private static final int HIGHEST_OFFSET = 20_000;

    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** Picked at random, so that builds side by side on one machine seldom want the same one. */
    static int offset() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(100, HIGHEST_OFFSET);
            if (Arrays.stream(SERVER).allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new HarnessException("no port offset up to " + HIGHEST_OFFSET + " has all ports free");
    }

    /** Any port that is free on the loopback interface. */
    static int onLoopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new HarnessException("no free port on the loopback interface", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
