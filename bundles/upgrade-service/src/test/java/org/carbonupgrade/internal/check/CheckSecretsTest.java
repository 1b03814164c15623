package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import org.junit.Test;

/** Secrets that a server would not be able to open are found before anything is changed. */
public class CheckSecretsTest extends CheckedHomes {

    @Test
    public void aSecretThatTheKeyStoreDoesNotOpen() throws Exception {
        upgrade.oldHome()
                .file(
                        "repository/deployment/server/userstores/HR.xml",
                        "<UserStoreManager class=\"x\"><Property name=\"DomainName\">HR</Property>"
                                + "<Property name=\"ConnectionPassword\" encrypted=\"true\">bm9wZQ==</Property></UserStoreManager>");
        List<String> found = upgrade.check("SECRET_UNDECRYPTABLE");
        assertEquals(found.toString(), 1, found.size());
        assertTrue(found.get(0), found.get(0).startsWith("FAIL The property ConnectionPassword: "));
        one("SECRETS", "OK 1 secrets of user stores and tenants are encrypted with the primary key store.");
    }

    @Test
    public void aKeyStoreWhosePasswordIsInTheVault() throws Exception {
        upgrade.oldHome()
                .replace("repository/conf/carbon.xml", "<KeyPassword>", "<KeyPassword svns:secretAlias=\"Carbon.Key\">")
                .file(
                        "repository/deployment/server/userstores/HR.xml",
                        "<UserStoreManager class=\"x\"><Property name=\"DomainName\">HR</Property>"
                                + "<Property name=\"P\" encrypted=\"true\">bm9wZQ==</Property></UserStoreManager>");
        assertTrue(
                upgrade.check("SECRETS").toString(),
                upgrade.check("SECRETS").get(0).startsWith("WARN 1 secrets"));
    }

    @Test
    public void aKeyStoreThatIsNotThere() throws Exception {
        Files.delete(upgrade.oldHome().path("repository/resources/security/wso2carbon.jks"));
        assertEquals(1, upgrade.check("KEY_STORE").size());
    }

    @Test
    public void aVaultWithoutASecret() throws Exception {
        String carbon = "repository/conf/carbon.xml";
        upgrade.oldHome()
                .replace(carbon, "<Server ", "<Server xmlns:svns=\"http://org.wso2.securevault/configuration\" ")
                .replace(carbon, "<KeyPassword>", "<KeyPassword svns:secretAlias=\"Carbon.Key\">")
                .replace(carbon, "<Security>", "<!-- <X svns:secretAlias=\"Commented\"/> --><Security>")
                .file("repository/conf/jndi.properties", "connection.password=secretAlias:Jndi\n#x=secretAlias:Out\n")
                .file("repository/conf/security/cipher-text.properties", "Jndi=[not yet]\n");
        assertEquals(
                "[FAIL The secure vault has no secret for Carbon.Key., WARN The secrets of these aliases are not encrypted"
                        + " yet: Jndi.]",
                upgrade.check("VAULT_SECRETS").toString());
        assertTrue(upgrade.findings("check", "VAULT_PASSWORD").get(0).startsWith("WARN "));
        upgrade.oldHome().file("password-persist", "x");
        assertTrue(upgrade.check("VAULT_PASSWORD").get(0).startsWith("OK "));
        assertFalse(upgrade.output(), upgrade.output().contains("not yet]"));
    }

    @Test
    public void secretsOfTheVaultThatItsKeyStoreDoesNotOpen() throws Exception {
        String carbon = "repository/conf/carbon.xml";
        upgrade.oldHome()
                .file(
                        "repository/conf/jndi.properties",
                        "a=secretAlias:Good\nb=secretAlias:Bad\nc=secretAlias:Padded\n")
                .file(
                        "repository/conf/security/cipher-text.properties",
                        "Good=" + encrypted("RSA/ECB/PKCS1Padding") + "\nBad=bm9wZQ==\nPadded="
                                + encrypted("RSA/ECB/OAEPwithSHA1andMGF1Padding") + "\n");
        String closed = "FAIL The secrets of these aliases can't be decrypted with the vault's key store: Bad.";
        assertEquals(closed, upgrade.check("VAULT_SECRETS").get(1));
        upgrade.oldHome()
                .replace(carbon, "<Server ", "<Server xmlns:svns=\"http://org.wso2.securevault/configuration\" ")
                .replace(carbon, "<KeyPassword>", "<KeyPassword svns:secretAlias=\"Good\">");
        assertEquals(
                "WARN Whether the 3 secrets can be decrypted can't be told: the vault's password is not at hand.",
                upgrade.check("VAULT_SECRETS").get(1));
        upgrade.oldHome().file("password-persist", "wso2carbon\nwso2carbon\n");
        assertEquals(closed, upgrade.check("VAULT_SECRETS").get(1));
        upgrade.oldHome()
                .file(
                        "repository/conf/security/secret-conf.properties",
                        "keystore.identity.location=repository/resources/security/none.jks\n");
        assertEquals(1, upgrade.check("KEY_STORE").size());
        upgrade.oldHome()
                .file("repository/conf/security/secret-conf.properties", "")
                .file("password-persist", "not-the-pass-word\n");
        assertEquals(1, upgrade.check("KEY_STORE").size());
        assertFalse(upgrade.output(), upgrade.output().contains("not-the-pass-word"));
    }

    @Test
    public void secretsOfTenantsThatTheKeyStoreDoesNotOpen() throws Exception {
        String good = encrypted("RSA/ECB/PKCS1Padding");
        upgrade.sql(
                "old/repository/database/WSO2SHARED_DB",
                "INSERT INTO UM_TENANT(UM_ID, UM_DOMAIN_NAME, UM_CREATED_DATE, UM_USER_CONFIG) VALUES(1, 'a.example', NOW(),"
                        + " STRINGTOUTF8('<Realm><Property name=\"P\" encrypted=\"true\">" + good
                        + "</Property><Property name=\"Q\" encrypted=\"true\">bm9wZQ==</Property></Realm>'))",
                "INSERT INTO REG_PATH(REG_PATH_ID, REG_PATH_VALUE, REG_TENANT_ID)"
                        + " VALUES(900, '/_system/governance/repository/security/key-stores', 1)",
                "INSERT INTO REG_RESOURCE(REG_PATH_ID, REG_NAME, REG_VERSION, REG_CREATOR, REG_CREATED_TIME,"
                        + " REG_LAST_UPDATED_TIME, REG_TENANT_ID, REG_UUID) VALUES(900, 'a.jks', 901, 'u', NOW(), NOW(), 1, 'x')",
                "INSERT INTO REG_PROPERTY(REG_ID, REG_NAME, REG_VALUE, REG_TENANT_ID)" + " VALUES(902, 'password', '"
                        + good + "', 1), (903, 'privatekeyPass', 'bm9wZQ==', 1), (904, 'type', 'JKS', 1)",
                "INSERT INTO REG_RESOURCE_PROPERTY(REG_PROPERTY_ID, REG_VERSION, REG_TENANT_ID)"
                        + " VALUES(902, 901, 1), (903, 901, 1), (904, 901, 1)");
        List<String> found = upgrade.check("SECRET_UNDECRYPTABLE");
        assertEquals(found.toString(), 2, found.size());
        assertTrue(found.get(0), found.get(0).startsWith("FAIL The property Q: "));
        assertTrue(found.get(1), found.get(1).startsWith("FAIL The property privatekeyPass: "));
        assertTrue(upgrade.output(), upgrade.output().contains("WSO2_SHARED_DB, key store a.jks of tenant 1"));
        one("SECRETS", "OK 4 secrets of user stores and tenants are encrypted with the primary key store.");
    }

    private String encrypted(String transformation) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in =
                Files.newInputStream(upgrade.oldHome().path("repository/resources/security/wso2carbon.jks"))) {
            store.load(in, "wso2carbon".toCharArray());
        }
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(Cipher.ENCRYPT_MODE, store.getCertificate("wso2carbon"));
        return Base64.getEncoder().encodeToString(cipher.doFinal(new byte[] {'x'}));
    }
}
