package org.carbonupgrade.internal.check;

import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.KeyStoreCipher;
import org.carbonupgrade.internal.step.Workplace;

/**
 * Every secret that user stores, tenants' realms and the registry keep encrypted can be decrypted with the key store that the old home
 * configures, which is carried over: a server that fails to goes on with the cipher text as the password.
 */
final class DecryptableSecrets implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        KeyStoreCipher cipher = new KeyStoreCipher(workplace.oldHome());
        boolean openable = !cipher.passwordInVault();
        List<KeptSecret> secrets = KeptSecrets.of(workplace);
        if (openable && (cipher.configured() || !secrets.isEmpty())) {
            cipher.requireKey();
            secrets.forEach(secret -> decrypt(secret, cipher, found));
        }
        found.accept(UpgradeError.SECRETS.found(
                openable || secrets.isEmpty() ? Status.OK : Status.WARN,
                workplace.oldHome().toString(),
                secrets.size() + " secrets of user stores and tenants are encrypted with the primary key store"
                        + (openable ? "." : ", whose own password is in the secure vault: they can't be tried.")));
    }

    private static void decrypt(KeptSecret secret, KeyStoreCipher cipher, Consumer<Finding> found) {
        try {
            cipher.decrypt(secret.cipherText(), secret.where());
        } catch (UpgradeException e) {
            Finding finding = e.finding();
            found.accept(new Finding(
                    Status.FAIL,
                    finding.code(),
                    secret.name() + ": " + finding.what(),
                    finding.where(),
                    finding.remedy()));
        }
    }
}
