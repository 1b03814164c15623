package org.carbonupgrade.internal.check;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.KeyStoreCipher;
import org.carbonupgrade.internal.home.UserStoreFiles;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/**
 * Every secret that a user store keeps encrypted can be decrypted with the key store that the old home configures, which is carried
 * over: a server that fails to goes on with the cipher text as the password.
 */
final class DecryptableSecrets implements Prerequisite {

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        KeyStoreCipher cipher = new KeyStoreCipher(workplace.oldHome());
        boolean openable = !cipher.passwordInVault();
        int secrets = 0;
        for (Map.Entry<Path, Integer> store :
                UserStoreFiles.files(workplace.oldHome()).entrySet()) {
            for (Element property : Xml.descendants(Xml.read(store.getKey()), "Property")) {
                if (encrypted(property)) {
                    secrets++;
                    if (openable) {
                        decrypt(property, store.getKey(), cipher, found);
                    }
                }
            }
        }
        if (openable && secrets == 0 && cipher.configured()) {
            cipher.requireKey();
        }
        found.accept(UpgradeError.SECRETS.found(
                openable || secrets == 0 ? Status.OK : Status.WARN,
                workplace.oldHome().toString(),
                secrets + " secrets of user stores are encrypted with the primary key store"
                        + (openable ? "." : ", whose own password is in the secure vault: they can't be tried.")));
    }

    private static void decrypt(Element property, Path file, KeyStoreCipher cipher, Consumer<Finding> found) {
        try {
            cipher.decrypt(property.getTextContent().trim(), file);
        } catch (UpgradeException e) {
            Finding finding = e.finding();
            found.accept(new Finding(
                    Status.FAIL,
                    finding.code(),
                    "The property " + property.getAttribute("name") + ": " + finding.what(),
                    finding.where(),
                    finding.remedy()));
        }
    }

    private static boolean encrypted(Element property) {
        return Boolean.parseBoolean(property.getAttribute("encrypted"))
                || Boolean.parseBoolean(property.getAttribute("encrypt"));
    }
}
