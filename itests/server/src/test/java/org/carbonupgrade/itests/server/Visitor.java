package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.carbonupgrade.itests.support.CarbonServer;

/** Asks a server on this machine over HTTP, and over HTTPS whatever its certificate says. */
final class Visitor {

    private static final String LOGIN =
            """
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
            <a:login xmlns:a="http://authentication.services.core.carbon.wso2.org">
            <a:username>%s</a:username><a:password>%s</a:password><a:remoteAddress>127.0.0.1</a:remoteAddress>
            </a:login></soapenv:Body></soapenv:Envelope>
            """;

    private static final TrustManager ANYBODY = new X509TrustManager() {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    };

    private final CarbonServer server;

    Visitor(CarbonServer server) {
        this.server = server;
    }

    /** Asks the admin service over plain HTTP, which only a server does that was told so. */
    boolean logsIn(String user, String password) throws IOException {
        HttpURLConnection connection = open("http", server.httpPort(), "/services/AuthenticationAdmin");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "text/xml");
        connection.setRequestProperty("SOAPAction", "urn:login");
        connection.getOutputStream().write(LOGIN.formatted(user, password).getBytes(StandardCharsets.UTF_8));
        return text(connection).contains("return>true<");
    }

    String get(String path) throws IOException {
        return text(open("http", server.httpPort(), path));
    }

    /** A header of an answer over HTTPS, or null. */
    String header(String path, String name) throws IOException, GeneralSecurityException {
        return secure(path).getHeaderField(name);
    }

    String cipherSuite() throws IOException, GeneralSecurityException {
        HttpsURLConnection connection = secure("/health");
        connection.connect();
        return connection.getCipherSuite();
    }

    private HttpsURLConnection secure(String path) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {ANYBODY}, null);
        HttpsURLConnection connection = (HttpsURLConnection) open("https", server.httpsPort(), path);
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setHostnameVerifier((host, session) -> true);
        return connection;
    }

    private static HttpURLConnection open(String scheme, int port, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(scheme + "://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setReadTimeout(30_000);
        return connection;
    }

    private static String text(HttpURLConnection connection) throws IOException {
        try (InputStream in =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
