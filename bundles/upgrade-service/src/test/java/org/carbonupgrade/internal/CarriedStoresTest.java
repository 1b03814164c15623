package org.carbonupgrade.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.carbonupgrade.internal.configure.VanillaHome;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Key stores and trust stores that a configuration names, with certificates of the stock server. */
public class CarriedStoresTest {

    private static final String TRUST = "repository/resources/security/client-truststore.jks";
    private static final String KEYS = "repository/resources/security/registry.jks";
    private static final String CARBON = "repository/conf/carbon.xml";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final List<Certificate> certificates = new ArrayList<>();
    private TestUpgrade upgrade;

    @Before
    public void makeHomes() throws Exception {
        upgrade = TestUpgrade.in(folder.getRoot().toPath());
        try (VanillaHome stock = VanillaHome.open(Paths.get("target/stock/wso2carbon-core.zip"))) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(new ByteArrayInputStream(stock.read(TRUST).get()), "wso2carbon".toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                certificates.add(store.getCertificate(alias));
            }
        }
        for (String home : new String[] {"vanilla", "old", "new"}) {
            Files.createDirectories(upgrade.path(home).resolve(TRUST).getParent());
            configure(home, "shipped");
        }
    }

    @Test
    public void aTrustStoreIsMergedCertificateByCertificate() throws Exception {
        configure("old", "customers");
        store("vanilla", "shipped", "a", 0, "b", 1, "c", 2, "d", 3, "gone", 9);
        store("old", "customers", "a", 0, "c", 4, "d", 3, "gone", 9, "mine", 5);
        store("new", "shipped", "a", 0, "b", 1, "c", 2, "d", 6, "added", 7);
        byte[] shipped = Files.readAllBytes(upgrade.path("new/" + TRUST));

        carried();

        assertEquals(trusted("a", 0, "c", 4, "d", 6, "mine", 5, "added", 7), trusted("new/" + TRUST, "customers"));
        assertArrayEquals(shipped, Files.readAllBytes(upgrade.path("new/repository/upgrade/aside/" + TRUST)));
        assertTrue(upgrade.state("reports/artifacts.json").contains("TRUST_STORE_MERGED"));
        byte[] merged = Files.readAllBytes(upgrade.path("new/" + TRUST));
        assertEquals(0, upgrade.command("artifacts"));
        assertArrayEquals("once", merged, Files.readAllBytes(upgrade.path("new/" + TRUST)));
        assertFalse(upgrade.state("reports/artifacts.json").contains("TRUST_STORE_MERGED"));
    }

    @Test
    public void trustThatBothAddedUnderOneNameIsKeptTwice() throws Exception {
        upgrade.plan("old.vanilla", null);
        store("old", "shipped", "a", 0, "ca", 1, "mine", 2);
        store("new", "shipped", "a", 0, "ca", 3);
        carried();
        assertEquals(trusted("a", 0, "ca", 1, "ca-new-version", 3, "mine", 2), trusted("new/" + TRUST, "shipped"));
        assertTrue(upgrade.output(), upgrade.output().contains("-new-version"));
        assertTrue(upgrade.output(), upgrade.output().contains("WARN"));
    }

    @Test
    public void aTrustStoreThatCannotBeOpenedIsTheCustomersAsAWhole() throws Exception {
        configure("old", "in-the-vault");
        store("vanilla", "shipped", "a", 0);
        store("old", "customers", "a", 0, "mine", 1);
        store("new", "shipped", "a", 0, "b", 2);
        byte[] customers = Files.readAllBytes(upgrade.path("old/" + TRUST));
        carried();
        assertArrayEquals(customers, Files.readAllBytes(upgrade.path("new/" + TRUST)));
        assertTrue(upgrade.output(), upgrade.output().contains("TRUST_STORE_CLOSED"));
        assertFalse(upgrade.output(), upgrade.output().contains("in-the-vault"));
    }

    @Test
    public void aKeyStoreGoesOnAlsoWhereTheCustomerNeverChangedIt() {
        TestHome vanilla = TestHome.make(upgrade.path("vanilla"), "4.4.6");
        vanilla.file(KEYS, "keys of 4.4.6");
        upgrade.oldHome().file(KEYS, "keys of 4.4.6");
        upgrade.newHome().file(KEYS, "keys of 4.4.7");
        carried();
        assertEquals("keys of 4.4.6", upgrade.text("new/" + KEYS));
        assertEquals("keys of 4.4.7", upgrade.state("aside/" + KEYS));
        assertTrue(upgrade.output(), upgrade.output().contains("KEY_STORE_CARRIED"));
    }

    private void configure(String home, String password) throws Exception {
        String xml = "<Server><Name>test</Name><Security><TrustStore><Location>${carbon.home}/" + TRUST
                + "</Location><Type>JKS</Type><Password>" + password
                + "</Password></TrustStore><RegistryKeyStore><Location>"
                + "${carbon.home}/" + KEYS + "</Location><Type>JKS</Type></RegistryKeyStore></Security></Server>\n";
        Files.write(upgrade.path(home).resolve(CARBON), xml.getBytes("UTF-8"));
    }

    private void store(String home, String password, Object... entries) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        for (int i = 0; i < entries.length; i += 2) {
            store.setCertificateEntry((String) entries[i], certificates.get((Integer) entries[i + 1]));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password.toCharArray());
        Files.write(upgrade.path(home).resolve(TRUST), content.toByteArray());
    }

    private TreeMap<String, Integer> trusted(Object... entries) {
        TreeMap<String, Integer> trusted = new TreeMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            trusted.put((String) entries[i], (Integer) entries[i + 1]);
        }
        return trusted;
    }

    private TreeMap<String, Integer> trusted(String file, String password) throws Exception {
        Path path = upgrade.path(file);
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new ByteArrayInputStream(Files.readAllBytes(path)), password.toCharArray());
        TreeMap<String, Integer> trusted = new TreeMap<>();
        for (String alias : Collections.list(store.aliases())) {
            trusted.put(alias, certificates.indexOf(store.getCertificate(alias)));
        }
        return trusted;
    }

    private void carried() {
        for (String step : new String[] {"check", "backup", "copy", "compare", "schema"}) {
            int status = upgrade.command(step);
            assertEquals(upgrade.output(), 0, status);
        }
        // Without a vanilla pack some settings of the test's home are the operator's to decide.
        for (String file :
                new String[] {"carbon.xml", "registry.xml", "user-mgt.xml", "datasources/master-datasources.xml"}) {
            upgrade.command("configure", "--take", "old", file);
        }
        assertEquals(upgrade.output(), 0, upgrade.command("artifacts"));
    }
}
