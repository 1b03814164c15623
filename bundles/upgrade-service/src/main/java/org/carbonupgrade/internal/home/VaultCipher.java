package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/**
 * Opens the secrets of a home's vault as its server does: with the key store that {@code secret-conf.properties} names, or else the
 * primary one, and the password that a password file or {@code carbon.xml} has.
 */
public final class VaultCipher {

    private static final String SETTINGS = "repository/conf/security/secret-conf.properties";
    private static final String IDENTITY = "keystore.identity.";

    private final Key key;

    private VaultCipher(Key key) {
        this.key = key;
    }

    /**
     * The vault's cipher; empty if nobody but the operator knows its password.
     *
     * @throws org.carbonupgrade.UpgradeException if the key store can't be opened with the password that there is
     */
    public static Optional<VaultCipher> of(CarbonHome home) throws GeneralSecurityException {
        Optional<Element> primary =
                Xml.child(Xml.read(home.carbonXml()), "Security").flatMap(security -> Xml.child(security, "KeyStore"));
        String[] passwords = passwords(home, primary);
        Properties vault = settings(home);
        String location = setting(vault, "location", primary, "Location");
        String alias = setting(vault, "alias", primary, "KeyAlias");
        if (passwords.length == 0 || location.isEmpty() || alias.isEmpty()) {
            return Optional.empty();
        }
        String type = setting(vault, "type", primary, "Type");
        KeyStoreFile store =
                new KeyStoreFile(home.resolve(Placeholders.resolve(location, home)), type.isEmpty() ? "JKS" : type);
        return Optional.of(
                new VaultCipher(store.key(passwords[0], alias, passwords[Math.min(1, passwords.length - 1)])));
    }

    /** Whether a secret can be opened. What it is nobody is told. */
    public boolean opens(String cipherText) {
        try {
            CipherText.decrypt(cipherText, key, CipherText.PKCS1, CipherText.OAEP);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** That of the store and that of the key, which may be one; none if they are not at hand. */
    private static String[] passwords(CarbonHome home, Optional<Element> primary) {
        for (String name : SecureVault.PASSWORD_FILES) {
            Optional<String> text = HomeText.read(home, name);
            if (text.isPresent()) {
                return text.get().trim().isEmpty()
                        ? new String[0]
                        : text.get().trim().split("\\R");
            }
        }
        boolean known = primary.isPresent() && !new KeyStoreCipher(home).passwordInVault();
        return Stream.of("Password", "KeyPassword")
                .map(name -> known ? Xml.text(primary.get(), name).orElse("") : "")
                .filter(password -> !password.isEmpty())
                .toArray(String[]::new);
    }

    private static String setting(Properties vault, String name, Optional<Element> primary, String element) {
        String own = vault.getProperty(IDENTITY + name, "").trim();
        return own.isEmpty()
                ? primary.flatMap(settings -> Xml.text(settings, element)).orElse("")
                : own;
    }

    private static Properties settings(CarbonHome home) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(HomeText.read(home, SETTINGS).orElse("")));
        } catch (IOException | IllegalArgumentException e) {
            settings.clear(); // then the primary key store it is
        }
        return settings;
    }
}
