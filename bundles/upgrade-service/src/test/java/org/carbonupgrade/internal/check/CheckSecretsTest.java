package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.util.List;
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
        one("SECRETS", "OK 1 secrets of user stores are encrypted with the primary key store.");
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
}
