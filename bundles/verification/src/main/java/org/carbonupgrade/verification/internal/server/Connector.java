package org.carbonupgrade.verification.internal.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A port of the server's web container. Immutable. */
final class Connector {

    private static final int PATIENCE = (int) Duration.ofSeconds(10).toMillis();

    private final String scheme;
    private final InetAddress address;
    private final int port;

    Connector(String scheme, InetAddress address, int port) {
        this.scheme = scheme;
        this.address = address;
        this.port = port;
    }

    /** Those that the web container has, as it says by JMX. */
    static List<Connector> all() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        List<Connector> all = new ArrayList<>();
        for (ObjectName name : new TreeSet<>(beans.queryNames(new ObjectName("*:type=Connector,*"), null))) {
            Object address = beans.getAttribute(name, "address");
            all.add(new Connector(
                    String.valueOf(beans.getAttribute(name, "scheme")),
                    address instanceof InetAddress ? (InetAddress) address : InetAddress.getLoopbackAddress(),
                    ((Number) beans.getAttribute(name, "port")).intValue()));
        }
        return all;
    }

    /** The first line of what it answers; empty if it ends without any. */
    String ask() throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(reachable(), port), PATIENCE);
            plain.setSoTimeout(PATIENCE);
            try (Socket socket = "https".equals(scheme) ? AnyCertificate.over(plain, port) : plain) {
                socket.getOutputStream()
                        .write(("HEAD / HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String line = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
                return line == null ? "" : line;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A connector that listens everywhere is asked from here. */
    private InetAddress reachable() {
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }

    @Override
    public String toString() {
        return scheme + " " + address.getHostAddress() + ":" + port;
    }
}
