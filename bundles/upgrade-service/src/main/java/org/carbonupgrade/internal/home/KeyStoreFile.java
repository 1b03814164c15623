package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import org.carbonupgrade.internal.UpgradeError;

/** A key store in a file. */
final class KeyStoreFile {

    private final Path file;
    private final String type;

    KeyStoreFile(Path file, String type) {
        this.file = file;
        this.type = type;
    }

    /**
     * A private key.
     *
     * @throws org.carbonupgrade.UpgradeException if the key store can't be opened, or has no such key
     */
    Key key(String password, String alias, String keyPassword) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, password.toCharArray());
        } catch (IOException e) {
            throw UpgradeError.KEY_STORE.at(file.toString(), "The key store cannot be opened: " + e.getMessage());
        }
        Key key = store.getKey(alias, keyPassword.toCharArray());
        if (key == null) {
            throw UpgradeError.KEY_STORE.at(file.toString(), "The key store has no key " + alias + ".");
        }
        return key;
    }
}
