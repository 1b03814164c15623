package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/**
 * Gives a home a key of its own in place of the one that every download has, so that nothing encrypted in the home can be
 * decrypted without its key store.
 */
final class KeyStores {

    static final String FILE = "production.jks";

    private static final String STOCK_FILE = "wso2carbon.jks";
    private static final String TRUST_STORE = "client-truststore.jks";

    /** Kept as they are in the download: only the file's name has to be changed where the configuration names it. */
    private static final String ALIAS = "wso2carbon";

    private static final String PASSWORD = "wso2carbon";

    private KeyStores() {}

    static void makeOwn(Home home) {
        Path security = home.resolve("repository/resources/security");
        generate(security.resolve(FILE));
        try {
            Certificate certificate = load(security.resolve(FILE)).getCertificate(ALIAS);
            KeyStore trusted = load(security.resolve(TRUST_STORE));
            trusted.setCertificateEntry(ProductionSettings.HOST_NAME, certificate);
            try (OutputStream out = Files.newOutputStream(security.resolve(TRUST_STORE))) {
                trusted.store(out, PASSWORD.toCharArray());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new HarnessException("cannot trust the new key of " + home, e);
        }
        for (String file : new String[] {"carbon.xml", "tomcat/catalina-server.xml", "axis2/axis2.xml"}) {
            TextFile.at(home.conf().resolve(file)).replaceAll(STOCK_FILE, FILE);
        }
    }

    /** With the JDK's own tool: its library offers no way to make a certificate. */
    private static void generate(Path file) {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=" + ProductionSettings.HOST_NAME,
                "-storetype",
                "JKS",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-keypass",
                PASSWORD);
        try {
            Process process = keytool.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new HarnessException("keytool made no " + file + ": " + output);
            }
        } catch (IOException e) {
            throw new HarnessException("cannot run keytool for " + file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted while keytool made " + file, e);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
