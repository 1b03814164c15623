package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.Test;

/** Dropins of the customer's that the new server would leave unresolved are found before anything is changed. */
public class CheckDropinsTest extends CheckedHomes {

    @Test
    public void aDropinThatTheNewServerCannotResolve() throws Exception {
        jar(
                "customer.good_1.0.0.jar",
                "org.wso2.carbon.user.core;version=\"[4.4.0,5)\",javax.xml.parsers,org.gone;resolution:=optional");
        jar("customer.bad_1.0.0.jar", "org.wso2.carbon.core;version=\"[9,10)\";x=\"a,b\",com.example.gone");
        upgrade.oldHome().file("repository/components/dropins/customer.torn_1.0.0.jar", "PK");
        jar("made_at_start.config_1.0.0.jar", "com.example.gone");
        List<String> found = upgrade.check("DROPIN_IMPORTS");
        assertEquals(
                "[WARN The new version lacks packages that the dropin imports: com.example.gone 0.0.0, org.wso2.carbon.core"
                        + " [9.0.0,10.0.0)., OK The new version has all packages that the dropin customer.good_1.0.0.jar imports.]",
                found.subList(0, 2).toString());
        assertEquals(3, found.size());
        assertTrue(found.get(2), found.get(2).startsWith("WARN The jar cannot be read"));
    }

    private void jar(String name, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(new Attributes.Name("Bundle-SymbolicName"), name);
        headers.put(new Attributes.Name("Import-Package"), imports);
        Path jar = upgrade.oldHome().path("repository/components/dropins").resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
