package org.carbonupgrade.internal.backup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MysqlTlsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path certificates;

    @Before
    public void choosePlace() {
        certificates = new File(folder.getRoot(), "x.ca").toPath();
    }

    @Test
    public void whatTheUrlDoesNotVerifyIsNotVerified() throws Exception {
        assertEquals(Arrays.asList("loose-ssl-verify-server-cert=0"), options(""));
        assertEquals(Arrays.asList("loose-ssl-verify-server-cert=0"), options("?useSSL=false"));
        List<String> required =
                Arrays.asList("loose-ssl-verify-server-cert=0", "loose-ssl-mode=REQUIRED", "loose-ssl=1");
        assertEquals(required, options("?useSsl=true"));
        assertEquals(required, options("?a=b&sslMode=REQUIRED"));
        assertEquals(required, options("?sslMode=trust&serverSslCert=/x.pem"));
        assertEquals(required, options("?useSSL=true&verifyServerCertificate=false&trustStore=/no/such"));
        assertFalse(Files.exists(certificates));
    }

    @Test
    public void whatTheUrlVerifiesTheProgramVerifiesWhicheverItIs() throws Exception {
        for (String url : new String[] {"?verifyServerCertificate=true", "?sslMode=VERIFY_CA", "?sslMode=verify-ca"}) {
            List<String> options = options(url);
            assertEquals("loose-ssl-mode=VERIFY_CA", options.get(0));
            assertEquals("loose-ssl-verify-server-cert=1", options.get(1));
            assertEquals("ssl-ca=\"" + certificates + "\"", options.get(2));
            Files.delete(certificates);
        }
        assertTrue(options("?sslMode=VERIFY_IDENTITY").contains("loose-ssl-mode=VERIFY_IDENTITY"));
        Files.delete(certificates);
        assertTrue(options("?sslMode=verify-full").contains("loose-ssl-mode=VERIFY_IDENTITY"));
    }

    @Test
    public void theCertificatesOfATrustStoreAreHandedOnAsTheProgramsReadThem() throws Exception {
        Path store = new File(folder.getRoot(), "trust.jks").toPath();
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "RSA", "-dname", "CN=own-ca", "-keystore", store.toString());
        keytool("-exportcert", "-alias", "ca", "-file", folder.getRoot() + "/ca.crt", "-keystore", store.toString());
        Path trust = new File(folder.getRoot(), "only.jks").toPath();
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                folder.getRoot() + "/ca.crt",
                "-keystore",
                trust.toString());
        for (String named : new String[] {"trustCertificateKeyStoreUrl=file:" + trust, "trustStore=" + trust}) {
            String password =
                    named.startsWith("trustStore") ? "trustStorePassword" : "trustCertificateKeyStorePassword";
            options("?useSSL=true&" + named + "&" + password + "=pass%2Dword");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates)));
            try (InputStream pem = Files.newInputStream(certificates)) {
                Collection<? extends Certificate> read =
                        CertificateFactory.getInstance("X.509").generateCertificates(pem);
                assertEquals(1, read.size());
                assertTrue(read.toString().contains("CN=own-ca"));
            }
            Files.delete(certificates);
        }
        IOException wrong =
                assertThrows(IOException.class, () -> options("?trustStore=" + trust + "&trustStorePassword=another"));
        assertTrue(wrong.getMessage(), wrong.getMessage().contains(trust.toString()));
        assertFalse(wrong.getMessage(), wrong.getMessage().contains("another"));
    }

    @Test
    public void aCertificateInAFileIsNamedAndOneInTheUrlWritten() throws Exception {
        assertTrue(options("?sslMode=verify-ca&serverSslCert=/etc/ca.pem").contains("ssl-ca=\"/etc/ca.pem\""));
        assertFalse(Files.exists(certificates));
        options("?sslMode=verify-ca&serverSslCert=-----BEGIN%20CERTIFICATE-----x");
        assertEquals("-----BEGIN CERTIFICATE-----x", new String(Files.readAllBytes(certificates)));
    }

    @Test
    public void whatNoProgramCanBeToldIsSaid() {
        assertTrue(tls("?clientCertificateKeyStoreUrl=file:/x.p12").untold().isPresent());
        assertTrue(tls("?keyStore=/x.p12").untold().isPresent());
        assertTrue(tls("?serverSslCert=classpath:ca.pem").untold().isPresent());
        assertFalse(tls("?trustStore=/x.jks").untold().isPresent());
    }

    private List<String> options(String parameters) throws IOException {
        return tls(parameters).options(certificates);
    }

    private static MysqlTls tls(String parameters) {
        return new MysqlTls(new UrlParameters("jdbc:mysql://db/carbon" + parameters));
    }

    private static void keytool(String... options) throws Exception {
        String[] command = new String[options.length + 3];
        command[0] = System.getProperty("java.home") + "/bin/keytool";
        System.arraycopy(options, 0, command, 1, options.length);
        command[options.length + 1] = "-storepass";
        command[options.length + 2] = "pass-word";
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }
}
