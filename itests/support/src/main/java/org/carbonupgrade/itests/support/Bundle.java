package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** An OSGi bundle's jar file. */
record Bundle(Path jar, String symbolicName, String version) {

    static Bundle at(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes header = file.getManifest().getMainAttributes();
            String name = header.getValue("Bundle-SymbolicName").split(";")[0].trim();
            return new Bundle(jar, name, header.getValue("Bundle-Version"));
        } catch (IOException e) {
            throw new HarnessException("no bundle at " + jar, e);
        }
    }

    /**
     * The bundle on this program's class path that holds a class.
     *
     * @param resource the class file's name, such as {@code org/example/Thing.class}
     */
    static Bundle onClassPathWith(String resource) {
        URL found = Bundle.class.getClassLoader().getResource(resource);
        try {
            if (found != null && found.openConnection() instanceof JarURLConnection connection) {
                return at(Path.of(connection.getJarFileURL().toURI()));
            }
        } catch (IOException | URISyntaxException e) {
            throw new HarnessException("cannot tell which jar holds " + resource, e);
        }
        throw new HarnessException("no jar on the class path holds " + resource + " (\"mvn verify\" makes it one)");
    }

    /** The name under which Carbon keeps it: {@code name_version.jar}. */
    String fileName() {
        return symbolicName + "_" + version + ".jar";
    }

    /** Its line in the list of the bundles that a home starts with. */
    String infoLine() {
        return symbolicName + "," + version + ",../plugins/" + fileName() + ",4,true";
    }
}
