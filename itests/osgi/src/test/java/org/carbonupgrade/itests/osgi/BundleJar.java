package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertNotNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.w3c.dom.Element;

/** The jar of one of our bundles, its headers as the framework on the class path reads them. */
final class BundleJar {

    private final JarFile jar;

    BundleJar(File file) throws IOException {
        jar = new JarFile(file);
    }

    String name() {
        return jar.getName();
    }

    String header(String name) throws IOException {
        return jar.getManifest().getMainAttributes().getValue(name);
    }

    List<ManifestElement> elements(String header) throws IOException, BundleException {
        ManifestElement[] elements = ManifestElement.parseHeader(header, header(header));
        return elements == null ? Collections.emptyList() : Arrays.asList(elements);
    }

    List<JarEntry> entries() {
        return Collections.list(jar.entries());
    }

    InputStream open(JarEntry entry) throws IOException {
        return jar.getInputStream(entry);
    }

    /** The root elements of its component descriptions. */
    List<Element> components() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        List<Element> components = new ArrayList<>();
        for (ManifestElement description : elements("Service-Component")) {
            JarEntry entry = jar.getJarEntry(description.getValue());
            assertNotNull(description.getValue(), entry);
            try (InputStream xml = open(entry)) {
                components.add(factory.newDocumentBuilder().parse(xml).getDocumentElement());
            }
        }
        return components;
    }
}
