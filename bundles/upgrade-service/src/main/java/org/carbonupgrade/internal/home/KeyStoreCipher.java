package org.carbonupgrade.internal.home;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Optional;
import java.util.stream.Stream;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Decrypts what a server encrypted with its primary key store: passwords of user stores, and of tenants' key stores. */
public final class KeyStoreCipher {

    private final CarbonHome home;
    private Key key;

    public KeyStoreCipher(CarbonHome home) {
        this.home = home;
    }

    /**
     * The plain text.
     *
     * @param where what holds the cipher text, for messages
     * @throws org.carbonupgrade.UpgradeException if the key store can't be opened or the text is not encrypted with it
     */
    public String decrypt(String cipherText, String where) {
        try {
            return CipherText.decrypt(cipherText, privateKey(), CipherText.PKCS1);
        } catch (GeneralSecurityException e) {
            throw UpgradeError.SECRET_UNDECRYPTABLE.at(
                    where,
                    "A password in it cannot be decrypted with the home's primary key store ("
                            + e.getClass().getSimpleName() + ").");
        }
    }

    /** Whether the home names a primary key store. */
    public boolean configured() {
        return settings().isPresent();
    }

    /** Whether a password of the key store is itself known only to the secure vault: nobody but the server can open it. */
    public boolean passwordInVault() {
        return settings()
                .map(settings -> Stream.of("Password", "KeyPassword")
                        .flatMap(name -> Xml.children(settings, name).stream())
                        .anyMatch(password ->
                                password.hasAttribute("svns:secretAlias") || password.hasAttribute("secretAlias")))
                .orElse(false);
    }

    /**
     * Opens the key store and looks for its key.
     *
     * @throws org.carbonupgrade.UpgradeException if the key store can't be opened, or has no such key
     */
    public void requireKey() {
        try {
            privateKey();
        } catch (GeneralSecurityException e) {
            throw UpgradeError.KEY_STORE.at(
                    home.carbonXml().toString(),
                    "The primary key store cannot be used (" + e.getClass().getSimpleName() + ").");
        }
    }

    private Key privateKey() throws GeneralSecurityException {
        if (key == null) {
            Element settings = settings()
                    .orElseThrow(() -> UpgradeError.KEY_STORE.at(
                            home.carbonXml().toString(), "No primary key store is configured."));
            key = new KeyStoreFile(
                            home.resolve(Placeholders.resolve(setting(settings, "Location"), home)),
                            Xml.text(settings, "Type").orElse("JKS"))
                    .key(
                            setting(settings, "Password"),
                            setting(settings, "KeyAlias"),
                            setting(settings, "KeyPassword"));
        }
        return key;
    }

    private Optional<Element> settings() {
        return Xml.child(Xml.read(home.carbonXml()), "Security").flatMap(security -> Xml.child(security, "KeyStore"));
    }

    private String setting(Element settings, String name) {
        return Xml.text(settings, name)
                .orElseThrow(() -> UpgradeError.KEY_STORE.at(
                        home.carbonXml().toString(), "The primary key store has no " + name + "."));
    }
}
