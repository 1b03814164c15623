package org.carbonupgrade.internal.merge.secret;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class RedactionTest {

    @Test
    public void knowsASecretByItsName() {
        for (String secret : new String[] {
            "password",
            "Password",
            "KeyPassword",
            "ConnectionPassword",
            "keystorePass",
            "keyPass",
            "SvnPassword",
            "truststorePassword",
            "mail.smtp.password",
            "passphrase",
            "client-secret",
            "secretKey",
            "access_token",
            "licenseKey",
            "apiKey",
            "api-key",
            "private_key",
            "Credential",
            "db.pwd",
            "root.pw"
        }) {
            assertTrue(secret, SecretNames.isSecret(secret));
        }
    }

    @Test
    public void showsSettingsAboutSecretsThatHoldNone() {
        for (String open : new String[] {
            "PasswordJavaRegEx",
            "PasswordJavaRegExViolationErrorMsg",
            "PasswordDigest",
            "PasswordHashMethod",
            "secretAlias",
            "TokenStoreClassName",
            "passwordFile",
            "org.owasp.csrfguard.TokenLength",
            "Location",
            "url",
            "username",
            "UserName",
            "bypass.filter"
        }) {
            assertFalse(open, SecretNames.isSecret(open));
        }
    }

    @Test
    public void blotsSecretsOutOfAnyText() {
        assertRedacted("<!--<Password>***</Password>-->", "<!--<Password>s3cr3t</Password>-->");
        assertRedacted("Password>***</Password", "Password>s3cr3t</Password");
        assertRedacted("<p name=\"key.password\">***</p>", "<p name=\"key.password\">s3cr3t</p>");
        assertRedacted("<p name='password' value='***'/>", "<p name='password' value='s3cr3t'/>");
        assertRedacted("keystorePass = \"***\" port=\"1\"", "keystorePass = \"s3cr3t\" port=\"1\"");
        assertRedacted("password = ***\nuser = u", "password = s3cr3t s3cr3t\nuser = u");
        assertRedacted("a: 1\nclient_secret: ***", "a: 1\nclient_secret: s3cr3t");
        assertRedacted("{\"password\": \"***\", \"a\": 1}", "{\"password\": \"s3cr3t\", \"a\": 1}");
        assertRedacted(
                "-Da=b -Djavax.net.ssl.keyStorePassword=***", "-Da=b -Djavax.net.ssl.keyStorePassword=s3cr3t -Dc=d");
        assertRedacted("<Password>***\n\n</Password>", "<Password>\ns3cr3t\n</Password>");
        assertRedacted("StoreSaltedPassword = true", "StoreSaltedPassword = true");
    }

    private static void assertRedacted(String expected, String text) {
        assertEquals(expected, Redaction.text(text));
        assertEquals(
                "lines move", text.split("\n", -1).length, Redaction.text(text).split("\n", -1).length);
    }

    @Test
    public void takesCredentialsOutOfUrls() {
        String[][] urls = {
            {"jdbc:mysql://***@db:3306/x", "jdbc:mysql://root:s3cr3t@db:3306/x"},
            {"jdbc:mysql://db/x?user=u&password=***&a=b", "jdbc:mysql://db/x?user=u&password=s3cr3t&a=b"},
            {"jdbc:mysql://db/x?user=u&amp;password=***", "jdbc:mysql://db/x?user=u&amp;password=s3cr3t"},
            {"jdbc:sqlserver://db;user=u;password=***;a=b", "jdbc:sqlserver://db;user=u;password=s3cr3t;a=b"},
            {"jdbc:oracle:thin:***@//db:1521/x", "jdbc:oracle:thin:u/s3cr3t@//db:1521/x"},
            {"jdbc:oracle:thin:@db:1521/x", "jdbc:oracle:thin:@db:1521/x"},
            {"jdbc:db2://db:50000/x:user=u;password=***;", "jdbc:db2://db:50000/x:user=u;password=s3cr3t;"},
            {"amqp://***@id/carbon?brokerlist='tcp://h:5672'", "amqp://admin:s3cr3t@id/carbon?brokerlist='tcp://h:5672'"
            },
            {"https://***@h/", "https://u:p@s3cr3t@h/"},
            {"jdbc:h2:./repository/database/X;LOCK_TIMEOUT=60000", "jdbc:h2:./repository/database/X;LOCK_TIMEOUT=60000"
            },
            {"wso2carbon@jdbc:h2:./database/X", "wso2carbon@jdbc:h2:./database/X"},
        };
        for (String[] url : urls) {
            assertEquals(url[0], Redaction.urls(url[1]));
        }
    }

    @Test(timeout = 20_000)
    public void staysFastOnHostileText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            text.append("a//b@'\"=<");
        }
        StringBuilder word = new StringBuilder();
        StringBuilder spaces = new StringBuilder("x");
        for (int i = 0; i < 2_000_000; i++) {
            word.append('a');
            spaces.append(' ');
        }
        assertTrue(Redaction.text(text.toString()).length() > 0);
        assertEquals(word.toString(), Redaction.text(word.toString()));
        assertEquals(spaces.toString(), Redaction.text(spaces.toString()));
    }

    @Test
    public void shortensWhatIsTooLongForAReport() {
        assertTrue(Redaction.shorten(new String(new char[5_000])).length() < 500);
    }
}
