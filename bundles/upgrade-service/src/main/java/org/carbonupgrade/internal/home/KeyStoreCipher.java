package org.carbonupgrade.internal.home;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.json.Json;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/**
 * Decrypts what a server encrypted with its primary key store: passwords of user stores. The cipher text is Base64 of RSA with
 * PKCS#1 padding, or, newer, Base64 of a JSON object that names the transformation ({@code t}) beside the cipher text ({@code c}).
 */
public final class KeyStoreCipher {

    private static final String DEFAULT = "RSA/ECB/PKCS1Padding";

    private final CarbonHome home;

    public KeyStoreCipher(CarbonHome home) {
        this.home = home;
    }

    /**
     * The plain text.
     *
     * @param where the file that holds the cipher text, for messages
     * @throws org.carbonupgrade.UpgradeException if the key store can't be opened or the text is not encrypted with it
     */
    public String decrypt(String cipherText, Path where) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(cipherText);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!text.startsWith("{")) {
                return decrypt(bytes, DEFAULT);
            }
            JsonObject wrapped = JsonParser.parseString(text).getAsJsonObject();
            String transformation = Json.string(wrapped, "t");
            return decrypt(
                    Base64.getMimeDecoder().decode(Json.string(wrapped, "c")),
                    transformation.isEmpty() ? DEFAULT : transformation);
        } catch (GeneralSecurityException | JsonParseException | IllegalArgumentException e) {
            throw UpgradeError.SECRET_UNDECRYPTABLE.at(
                    where.toString(),
                    "A password in the file cannot be decrypted with the home's primary key store ("
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

    private String decrypt(byte[] bytes, String transformation) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.DECRYPT_MODE, privateKey());
        return new String(cipher.doFinal(bytes), StandardCharsets.UTF_8);
    }

    private Key privateKey() throws GeneralSecurityException {
        Element settings = settings()
                .orElseThrow(() ->
                        UpgradeError.KEY_STORE.at(home.carbonXml().toString(), "No primary key store is configured."));
        Path file = home.resolve(Placeholders.resolve(setting(settings, "Location"), home));
        KeyStore store = KeyStore.getInstance(Xml.text(settings, "Type").orElse("JKS"));
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, setting(settings, "Password").toCharArray());
        } catch (IOException e) {
            throw UpgradeError.KEY_STORE.at(
                    file.toString(), "The primary key store cannot be opened: " + e.getMessage());
        }
        String alias = setting(settings, "KeyAlias");
        Key key = store.getKey(alias, setting(settings, "KeyPassword").toCharArray());
        if (key == null) {
            throw UpgradeError.KEY_STORE.at(file.toString(), "The primary key store has no key " + alias + ".");
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
