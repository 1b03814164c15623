package org.carbonupgrade.verification.internal.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

public class ConnectorTest {

    @Test
    public void answersWithTheFirstLine() throws Exception {
        assertEquals("HTTP/1.1 302", answer("HTTP/1.1 302\r\nLocation: /carbon\r\n\r\n"));
    }

    @Test
    public void answersNothingIfTheServerHangsUp() throws Exception {
        assertEquals("", answer(""));
    }

    @Test
    public void whereNobodyListensNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThrows(IOException.class, () -> connector("http", port).ask());
    }

    @Test
    public void whatSpeaksNoTlsIsNoHttps() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(socket, "HTTP/1.1 200\r\n\r\n");
            assertThrows(IOException.class, () -> connector("https", socket.getLocalPort())
                    .ask());
        }
    }

    @Test
    public void oneThatListensEverywhereIsAskedFromHere() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(socket, "HTTP/1.1 200\r\n\r\n");
            Connector everywhere = new Connector("http", InetAddress.getByName("0.0.0.0"), socket.getLocalPort());
            assertEquals("HTTP/1.1 200", everywhere.ask());
            assertEquals("http 0.0.0.0:" + socket.getLocalPort(), everywhere.toString());
        }
    }

    private static String answer(String text) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(socket, text);
            return connector("http", socket.getLocalPort()).ask();
        }
    }

    private static void serve(ServerSocket socket, String text) {
        Thread server = new Thread(() -> {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[1000]);
                client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The test is over.
            }
        });
        server.setDaemon(true);
        server.start();
    }

    private static Connector connector(String scheme, int port) {
        return new Connector(scheme, InetAddress.getLoopbackAddress(), port);
    }
}
