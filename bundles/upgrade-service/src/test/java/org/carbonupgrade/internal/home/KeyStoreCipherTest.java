package org.carbonupgrade.internal.home;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.Base64;
import javax.crypto.Cipher;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.TestHome;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KeyStoreCipherTest {

    private static final String SETTINGS =
            "<Server><Security><KeyStore><Location>${carbon.home}/repository/k.jks</Location>"
                    + "<Type>JKS</Type><Password>store-pass</Password><KeyAlias>%s</KeyAlias><KeyPassword>store-pass</KeyPassword>"
                    + "</KeyStore></Security></Server>";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private TestHome home;

    @Before
    public void makeAKeyStore() throws Exception {
        home = TestHome.make(new File(folder.getRoot(), "home").toPath(), "4.4.6")
                .file("repository/conf/carbon.xml", String.format(SETTINGS, "wso2carbon"));
        int status = new ProcessBuilder(
                        new File(System.getProperty("java.home"), "bin/keytool").getPath(),
                        "-genkeypair",
                        "-alias",
                        "wso2carbon",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=test",
                        "-storetype",
                        "JKS",
                        "-keystore",
                        home.path().resolve("repository/k.jks").toString(),
                        "-storepass",
                        "store-pass",
                        "-keypass",
                        "store-pass")
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assertEquals(0, status);
    }

    @Test
    public void decryptsWhatTheServerEncrypted() throws Exception {
        String plain = "p\u00e4ss";
        String bare = encrypt("RSA/ECB/PKCS1Padding", plain);
        assertEquals(plain, decrypt(bare));
        String oaep = "RSA/ECB/OAEPwithSHA1andMGF1Padding";
        String wrapped = "{\"c\":\"" + encrypt(oaep, plain) + "\",\"t\":\"" + oaep + "\"}";
        assertEquals(plain, decrypt(Base64.getEncoder().encodeToString(wrapped.getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                "line ends as some editors make them",
                plain,
                decrypt(bare.substring(0, 76) + "\n  " + bare.substring(76)));
    }

    @Test
    public void refusesWhatWasNotEncryptedWithThisKey() {
        String other = Base64.getEncoder().encodeToString(new byte[256]);
        Refusal.expect(UpgradeError.SECRET_UNDECRYPTABLE, "store.xml", () -> decrypt(other));
        Refusal.expect(UpgradeError.SECRET_UNDECRYPTABLE, () -> decrypt("plain text"));
        Refusal.expect(
                UpgradeError.SECRET_UNDECRYPTABLE,
                () -> decrypt(Base64.getEncoder().encodeToString("{}".getBytes())));
    }

    @Test
    public void namesTheKeyOrStoreThatIsMissing() throws Exception {
        String cipherText = encrypt("RSA/ECB/PKCS1Padding", "x");
        home.file("repository/conf/carbon.xml", String.format(SETTINGS, "other"));
        Refusal.expect(UpgradeError.KEY_STORE, "no key other", () -> decrypt(cipherText));
        home.file("repository/conf/carbon.xml", "<Server/>");
        Refusal.expect(UpgradeError.KEY_STORE, "carbon.xml", () -> decrypt(cipherText));
        home.file(
                "repository/conf/carbon.xml",
                String.format(SETTINGS, "wso2carbon").replace("k.jks", "none.jks"));
        Refusal.expect(UpgradeError.KEY_STORE, "none.jks", () -> decrypt(cipherText));
        home.file(
                "repository/conf/carbon.xml",
                String.format(SETTINGS, "wso2carbon").replace("store-pass", "wrong"));
        Refusal.expect(UpgradeError.KEY_STORE, () -> decrypt(cipherText));
    }

    private String decrypt(String cipherText) {
        return new KeyStoreCipher(home.open()).decrypt(cipherText, "store.xml");
    }

    private String encrypt(String transformation, String plain) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(home.path().resolve("repository/k.jks"))) {
            store.load(in, "store-pass".toCharArray());
        }
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.ENCRYPT_MODE, store.getCertificate("wso2carbon"));
        return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    }
}
