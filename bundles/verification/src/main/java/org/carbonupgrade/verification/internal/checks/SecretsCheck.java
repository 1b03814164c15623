package org.carbonupgrade.verification.internal.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Secrets;
import org.carbonupgrade.verification.internal.carbon.StoreFile;
import org.carbonupgrade.verification.internal.isolation.Attempt;
import org.carbonupgrade.verification.internal.trace.KeyStorePasswords;

/**
 * Proves that everything encrypted can be decrypted with the key store of this server. Carbon itself does not say so: what it can't
 * decrypt it takes as it stands for the password.
 */
public final class SecretsCheck implements Check {

    private final CarbonServer server;
    private final Secrets secrets = new Secrets();

    public SecretsCheck(CarbonServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public String title() {
        return "Every secret can be decrypted";
    }

    @Override
    public Set<String> tags() {
        return Collections.singleton("data");
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public void run(CheckContext context) throws Exception {
        boolean fine = Attempt.at(
                context,
                Code.VF_KEY_STORE_UNUSABLE::fail,
                "the server's key store can't be used",
                secrets::takePrivateKey);
        for (Expectations.UserStore store : stores(context)) {
            for (Map.Entry<String, String> secret : secrets(store).entrySet()) {
                fine &= decrypts("property " + secret.getKey() + " of " + store.file(), secret.getValue(), context);
            }
        }
        Map<String, String> keyStores = KeyStorePasswords.in(server.databases().readable());
        for (Map.Entry<String, String> keyStore : keyStores.entrySet()) {
            fine &= decrypts("the password of key store " + keyStore.getKey(), keyStore.getValue(), context);
        }
        if (fine) {
            context.add(
                    Code.VF_OK.ok(
                            "the server's private key is there, and every secret of user stores and key stores can be decrypted"));
        }
    }

    private List<Expectations.UserStore> stores(CheckContext context) throws Exception {
        Expectations expected = context.request().expectations().orElse(null);
        return (expected == null ? new PresentState(server).asExpectations() : expected).userStores();
    }

    /** A file that is not there, or can't be read, is for the check of the migrated data. */
    private Map<String, String> secrets(Expectations.UserStore store) {
        Path file = server.places().home().resolve(store.file()).normalize();
        try {
            return Files.isRegularFile(file) ? StoreFile.read(file).secrets() : Collections.emptyMap();
        } catch (IOException | XMLStreamException e) {
            return Collections.emptyMap();
        }
    }

    private boolean decrypts(String what, String cipherText, CheckContext context) {
        context.count("secrets", 1);
        return Attempt.at(
                context,
                Code.VF_SECRET_NOT_DECRYPTED::fail,
                what + " can't be decrypted",
                () -> secrets.decrypt(cipherText));
    }
}
