package org.carbonupgrade.itests.p2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** A bundle as this build made it: what p2 is to have, and to install. */
record Built(String name, String version, Path jar) {

    static List<Built> bundles() throws IOException {
        return List.of(
                of("org.carbonupgrade.dbcopy"), of("org.carbonupgrade.service"), of("org.carbonupgrade.verification"));
    }

    private static Built of(String name) throws IOException {
        Path jar = Path.of(System.getProperty("itests.p2.bundles")).resolve(name + ".jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            return new Built(name, file.getManifest().getMainAttributes().getValue("Bundle-Version"), jar);
        }
    }

    /** The name under which p2 keeps it. */
    String fileName() {
        return name + "_" + version + ".jar";
    }
}
