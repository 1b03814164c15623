package org.carbonupgrade.itests.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.itests.support.HarnessException;
import org.carbonupgrade.itests.support.Home;

/** The key store and the trust store that the corpus names. */
final class CorpusStores {

    private CorpusStores() {}

    static void make(Home home) throws IOException, InterruptedException {
        Path security = home.resolve("repository/resources/security");
        keytool(
                "-genkeypair -alias acme -keyalg RSA -keysize 2048 -validity 3650 -dname CN=is.example.com -storetype JKS"
                        + " -storepass k3y&st0re -keypass k3y&pass",
                security.resolve("acme.jks"));
        keytool(
                "-importkeystore -srckeystore " + security.resolve("client-truststore.jks")
                        + " -srcstorepass wso2carbon -deststoretype PKCS12 -deststorepass " + Corpus.TRUST_PASSWORD
                        + " -noprompt",
                security.resolve("trust.p12"));
    }

    private static void keytool(String command, Path store) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(command.split(" ")));
        line.add(command.contains("importkeystore") ? "-destkeystore" : "-keystore");
        line.add(store.toString());
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new HarnessException("keytool made no " + store + ": " + output);
        }
    }
}
