package org.carbonupgrade.verification.internal.carbon;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import javax.xml.stream.XMLStreamException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StoreFileTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void readsPropertiesAsCarbonDoes() throws Exception {
        StoreFile store = read("<?xml version='1.0'?><UserStoreManager class='x.Y'>"
                + "<Property name='DomainName'> ACME.EXAMPLE </Property><!-- c -->"
                + "<Property name='url'>jdbc:h2:a<![CDATA[&b]]>;C=D</Property>"
                + "<Property name='Disabled'>TRUE</Property><Other>z</Other></UserStoreManager>");

        assertEquals("ACME.EXAMPLE", store.property(StoreFile.DOMAIN));
        assertEquals("jdbc:h2:a&b;C=D", store.property("url"));
        assertNull(store.property("Other"));
        assertTrue(store.isDisabled());
    }

    @Test
    public void tellsSecretsFromOtherProperties() throws Exception {
        StoreFile store = read("<UserStoreManager><Property encrypted='true' name='password'> c2Vj </Property>"
                + "<Property name='userName' encrypted='false'>u</Property></UserStoreManager>");

        assertEquals(Collections.singletonMap("password", "c2Vj"), store.secrets());
        assertNull(store.property("password"));
        assertEquals("u", store.property("userName"));
    }

    @Test
    public void aStoreIsEnabledUnlessItSaysOtherwise() throws Exception {
        assertFalse(read("<UserStoreManager/>").isDisabled());
    }

    @Test
    public void refusesWhatIsNotWellFormed() {
        assertThrows(
                XMLStreamException.class,
                () -> read("<UserStoreManager><Property name='a'>b</Propert></UserStoreManager>"));
        assertThrows(XMLStreamException.class, () -> read(""));
    }

    @Test
    public void followsNoEntityOutOfTheFile() throws Exception {
        Path secret = folder.newFile("secret").toPath();
        Files.write(secret, "TOPSECRET".getBytes(StandardCharsets.UTF_8));
        String attack = "<!DOCTYPE u [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                + "<UserStoreManager><Property name='DomainName'>&e;</Property></UserStoreManager>";

        try {
            assertFalse(String.valueOf(read(attack).property(StoreFile.DOMAIN)).contains("TOPSECRET"));
        } catch (XMLStreamException e) {
            assertFalse(e.getMessage().contains("TOPSECRET"));
        }
    }

    @Test
    public void namesFilesAsCarbonWantsThem() {
        assertEquals("ACME_EXAMPLE.xml", StoreFile.nameFor("ACME.EXAMPLE"));
    }

    private StoreFile read(String text) throws Exception {
        Path file = folder.newFile().toPath();
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return StoreFile.read(file);
    }
}
