package org.carbonupgrade.verification.internal.server;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS to this very server, whatever certificate it shows: it may be one that nobody has signed, or one for a name by which it is not
 * reachable from within. Nothing is told to the other side but a request for its front page.
 */
final class AnyCertificate implements X509TrustManager {

    private AnyCertificate() {}

    /** The socket after its handshake. */
    static Socket over(Socket plain, int port) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyCertificate()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port, true);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException("no server here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        // Whoever has the port is this server; what is asked is whether it answers.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
