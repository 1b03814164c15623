package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the URL of a MySQL or MariaDB driver says of encryption, in the words of the servers' own programs. Each program knows only some of
 * these words, and passes over those that begin with {@code loose}; between the two ways of asking for a verified server each has one.
 */
final class MysqlTls {

    private final UrlParameters url;
    private final String mode;

    MysqlTls(UrlParameters url) {
        this.url = url;
        this.mode = url.get("sslMode", "").toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What of it no program can be told, for people. */
    Optional<String> untold() {
        if (url.any("clientCertificateKeyStoreUrl", "keyStore").isPresent()) {
            return Optional.of("its URL names a key store with a certificate of the client, which no program reads");
        }
        if (url.get("serverSslCert", "").startsWith("classpath:")) {
            return Optional.of("its URL names a certificate on the driver's class path");
        }
        return Optional.empty();
    }

    /**
     * The lines of an option file.
     *
     * @param certificates where to write those that are trusted, if the server is to be verified
     */
    List<String> options(Path certificates) throws IOException {
        List<String> lines = new ArrayList<>();
        if (verified()) {
            boolean host = mode.equals("VERIFY_IDENTITY") || mode.equals("VERIFY_FULL");
            lines.add("loose-ssl-mode=" + (host ? "VERIFY_IDENTITY" : "VERIFY_CA"));
            lines.add("loose-ssl-verify-server-cert=1");
            lines.add("ssl-ca=" + MysqlDump.quoted(trusted(certificates).toString()));
        } else {
            lines.add("loose-ssl-verify-server-cert=0");
            if (encrypted()) {
                lines.add("loose-ssl-mode=REQUIRED");
                lines.add("loose-ssl=1");
            }
        }
        return lines;
    }

    private boolean encrypted() {
        return mode.equals("REQUIRED") || mode.equals("TRUST") || url.isTrue("useSSL", "requireSSL");
    }

    /** Whoever names what is to be trusted wants it to be looked at, unless the URL says that it is not to be. */
    private boolean verified() {
        if (!mode.isEmpty()) {
            return mode.startsWith("VERIFY");
        }
        if (url.isTrue("trustServerCertificate")) {
            return false;
        }
        return url.isTrue("verifyServerCertificate")
                || !url.any("verifyServerCertificate").isPresent() && named().isPresent();
    }

    private Optional<String> named() {
        return url.any("trustCertificateKeyStoreUrl", "trustStore", "serverSslCert");
    }

    /** A file that a program reads: the one that the URL names, or one made of what the driver trusts. */
    private Path trusted(Path certificates) throws IOException {
        String pem = url.get("serverSslCert", "");
        if (!pem.isEmpty() && !pem.startsWith("-----BEGIN")) {
            return TrustedCertificates.file(pem);
        }
        String text = pem.isEmpty() ? TrustedCertificates.pem(url) : pem;
        try (OutputStream out = PrivateFile.create(certificates)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return certificates;
    }
}
