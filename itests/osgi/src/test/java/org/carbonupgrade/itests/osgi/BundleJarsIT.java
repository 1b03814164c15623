package org.carbonupgrade.itests.osgi;

import static org.hamcrest.CoreMatchers.anyOf;
import static org.hamcrest.CoreMatchers.endsWith;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.nullValue;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.ManifestElement;
import org.junit.BeforeClass;
import org.junit.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The bundles' jars as built: fit for Java 8, Equinox 3.9 and its Declarative Services. */
public class BundleJarsIT {

    private static final int JAVA_8 = 52;
    private static final Pattern RANGE = Pattern.compile("\\[\\d+(\\.\\d+)*,\\d+(\\.\\d+)*\\)");
    /** What a framework exports of the Java platform has no version that one could ask for. */
    private static final Pattern OF_THE_PLATFORM = Pattern.compile("javax\\..*|org\\.w3c\\.dom.*|org\\.xml\\.sax.*");

    private static final List<BundleJar> JARS = new ArrayList<>();

    @BeforeClass
    public static void read() throws Exception {
        File directory = new File(System.getProperty("build.directory"), "bundles");
        for (String name : CarbonFramework.OURS) {
            JARS.add(new BundleJar(new File(directory, name + ".jar")));
        }
    }

    @Test
    public void classesAreOfJava8AndLieInTheBundleItself() throws Exception {
        for (BundleJar jar : JARS) {
            int classes = 0;
            for (JarEntry entry : jar.entries()) {
                assertThat(entry.getName(), not(anyOf(endsWith(".jar"), startsWith("META-INF/versions/"))));
                if (entry.getName().endsWith(".class")) {
                    classes++;
                    try (DataInputStream in = new DataInputStream(jar.open(entry))) {
                        assertEquals(entry.getName(), 0xCAFEBABE, in.readInt());
                        in.readUnsignedShort();
                        int version = in.readUnsignedShort();
                        assertTrue(jar.name() + ": " + entry.getName() + " is of " + version, version <= JAVA_8);
                    }
                }
            }
            assertTrue(jar.name(), classes > 0);
        }
    }

    @Test
    public void componentsAreOfDeclarativeServices12AtMost() throws Exception {
        for (BundleJar jar : JARS) {
            assertFalse(jar.name(), jar.components().isEmpty());
            for (Element component : jar.components()) {
                assertTrue(
                        component.getNamespaceURI(),
                        component.getNamespaceURI().matches("http://www\\.osgi\\.org/xmlns/scr/v1\\.[0-2]\\.0"));
            }
        }
    }

    /** Declarative Services can't build components in a circle, optional references included. */
    @Test
    public void componentsDoNotWaitForEachOther() throws Exception {
        List<Element> components = new ArrayList<>();
        for (BundleJar jar : JARS) {
            components.addAll(jar.components());
        }
        for (Element component : components) {
            Set<Element> needed = new HashSet<>();
            collectNeeded(component, components, needed);
            assertFalse(component.getAttribute("name") + " waits for itself", needed.contains(component));
        }
    }

    private static void collectNeeded(Element component, List<Element> all, Set<Element> needed) {
        Set<String> types = attributes(component, "reference", "interface");
        for (Element other : all) {
            if (!Collections.disjoint(attributes(other, "provide", "interface"), types) && needed.add(other)) {
                collectNeeded(other, all, needed);
            }
        }
    }

    @Test
    public void importsSayWhichVersionsTheyTake() throws Exception {
        for (BundleJar jar : JARS) {
            for (ManifestElement imported : jar.elements("Import-Package")) {
                if (!OF_THE_PLATFORM.matcher(imported.getValue()).matches()) {
                    String version = imported.getAttribute("version");
                    assertTrue(
                            jar.name() + ": " + imported,
                            version != null && RANGE.matcher(version).matches());
                }
            }
        }
    }

    @Test
    public void onlyTheConsoleTheVerificationAndWhatTellsOfComponentsAreOptional() throws Exception {
        Set<String> optional = new HashSet<>();
        for (BundleJar jar : JARS) {
            for (ManifestElement imported : jar.elements("Import-Package")) {
                assertThat(jar.name(), imported.getValue(), not(startsWith("org.apache.felix.service.command")));
                if ("optional".equals(imported.getDirective("resolution"))) {
                    optional.add(jar.header("Bundle-SymbolicName") + " " + imported.getValue());
                }
            }
        }
        assertEquals(
                new HashSet<>(Arrays.asList(
                        "org.carbonupgrade.service org.eclipse.osgi.framework.console",
                        "org.carbonupgrade.service org.carbonupgrade.verification",
                        "org.carbonupgrade.verification org.apache.felix.scr")),
                optional);
    }

    /** Equinox 3.9 provides neither an extender capability nor, on a newer Java than it knows, an execution environment. */
    @Test
    public void nothingIsRequiredThatAnOldFrameworkDoesNotProvide() throws Exception {
        for (BundleJar jar : JARS) {
            for (String header : Arrays.asList(
                    "Require-Capability",
                    "Bundle-RequiredExecutionEnvironment",
                    "Require-Bundle",
                    "DynamicImport-Package")) {
                assertThat(jar.name() + ": " + header, jar.header(header), nullValue());
            }
        }
    }

    @Test
    public void nothingInternalIsExported() throws Exception {
        for (BundleJar jar : JARS) {
            assertFalse(jar.name(), jar.elements("Export-Package").isEmpty());
            for (ManifestElement exported : jar.elements("Export-Package")) {
                assertTrue(
                        jar.name() + ": " + exported,
                        exported.getValue().startsWith("org.carbonupgrade")
                                && !exported.getValue().contains(".internal"));
            }
        }
    }

    private static Set<String> attributes(Element component, String tag, String attribute) {
        Set<String> values = new HashSet<>();
        NodeList found = component.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }
}
