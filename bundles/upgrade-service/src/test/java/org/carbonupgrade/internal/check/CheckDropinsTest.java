package org.carbonupgrade.internal.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.carbonupgrade.internal.TestPlaces;
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
                "[WARN The new version lacks what the dropin needs: com.example.gone 0.0.0, org.wso2.carbon.core"
                        + " [9.0.0,10.0.0)., OK The new version has all packages and bundles that the dropin customer.good_1.0.0.jar needs.]",
                found.subList(0, 2).toString());
        assertEquals(3, found.size());
        assertTrue(found.get(2), found.get(2).startsWith("WARN The jar cannot be read"));
    }

    @Test
    public void bundlesThatADropinAsksForByName() throws Exception {
        jar(
                "needs_1.0.0.jar",
                "Require-Bundle",
                "org.wso2.carbon.user.core;bundle-version=\"[4.4.0,5)\",org.none,x;resolution:=optional");
        jar("part_1.0.0.jar", "Fragment-Host", "org.wso2.carbon.core;bundle-version=\"[9,10)\"");
        jar("shell_1.0.0.jar", "Fragment-Host", "system.bundle;extension:=framework");
        assertEquals(
                "[WARN The new version lacks what the dropin needs: the bundle org.none 0.0.0., WARN The new version lacks what"
                        + " the dropin needs: the bundle org.wso2.carbon.core [9.0.0,10.0.0)., OK The new version has all"
                        + " packages and bundles that the dropin shell_1.0.0.jar needs.]",
                upgrade.check("DROPIN_IMPORTS").toString());
    }

    @Test
    public void packagesThatLaterVersionsOfJavaHaveNoMore() throws Exception {
        jar("old_1.0.0.jar", "javax.xml.bind,org.omg.CORBA,javax.xml.soap,javax.net.ssl,sun.misc");
        Path jdk = directory("jdk");
        assertEquals("with 8, what the framework does not list", "[sun.misc 0.0.0]", missing(jdk, "1.8.0_292"));
        assertEquals(
                "javax.xml.bind is in a jar of the server's own",
                "[org.omg.CORBA 0.0.0, sun.misc 0.0.0]",
                missing(jdk, "11.0.2"));
        upgrade.newHome().file("repository/conf/etc/launch.ini", "");
        assertEquals("without a list", "[]", missing(jdk, "1.8.0_292"));
        assertEquals("[org.omg.CORBA 0.0.0]", missing(jdk, "17"));
    }

    private String missing(Path jdk, String version) throws IOException {
        Files.write(jdk.resolve("release"), Collections.singletonList("JAVA_VERSION=\"" + version + "\""));
        ServerJava java = new ServerJava(Collections.singletonMap("JAVA_HOME", jdk.toString()));
        String what = TestPlaces.judged(upgrade, (workplace, found) -> new DropinImports(java).judge(workplace, found))
                .get(0)
                .what();
        return what.contains("lacks") ? what.replaceAll(".*needs: (.*)\\.", "[$1]") : "[]";
    }

    private void jar(String name, String imports) throws IOException {
        jar(name, "Import-Package", imports);
    }

    private void jar(String name, String header, String value) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(new Attributes.Name("Bundle-SymbolicName"), name);
        headers.put(new Attributes.Name(header), value);
        Path jar = upgrade.oldHome().path("repository/components/dropins").resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }
}
