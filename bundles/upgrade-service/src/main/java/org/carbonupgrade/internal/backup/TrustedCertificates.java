package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates that a driver trusts, as programs that are not Java's read them. They are public. */
final class TrustedCertificates {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private TrustedCertificates() {}

    /** Those of the trust store that a URL names, or else those that Java trusts, in the PEM format. */
    static String pem(UrlParameters url) throws IOException {
        Optional<String> named = url.any("trustCertificateKeyStoreUrl", "trustStore");
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(named.isPresent() ? store(file(named.get()), url) : null);
            StringBuilder pem = new StringBuilder();
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager) {
                    for (X509Certificate certificate : ((X509TrustManager) manager).getAcceptedIssuers()) {
                        pem.append("-----BEGIN CERTIFICATE-----\n")
                                .append(BASE64.encodeToString(certificate.getEncoded()))
                                .append("\n-----END CERTIFICATE-----\n");
                    }
                }
            }
            if (pem.length() == 0) {
                throw new IOException("there is no trusted certificate in it");
            }
            return pem.toString();
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "The trust store " + named.orElse("of this Java") + " that the URL names cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    /** A file that a URL names by its path or by a URL of its own. */
    static Path file(String named) {
        return named.startsWith("file:")
                ? Paths.get(URI.create(named).getPath())
                : Paths.get(named).toAbsolutePath();
    }

    private static KeyStore store(Path file, UrlParameters url) throws IOException, GeneralSecurityException {
        String type = url.any("trustCertificateKeyStoreType", "trustStoreType").orElse("");
        String password = url.any("trustCertificateKeyStorePassword", "trustStorePassword")
                .orElse("");
        KeyStore store = KeyStore.getInstance(type.isEmpty() ? KeyStore.getDefaultType() : type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.isEmpty() ? null : password.toCharArray());
            return store;
        }
    }
}
