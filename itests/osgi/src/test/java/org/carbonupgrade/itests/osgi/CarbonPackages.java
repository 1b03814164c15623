package org.carbonupgrade.itests.osgi;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * Makes a stub of Carbon: one bundle that holds some of its jars and exports what they export, at the same versions. It imports
 * nothing for sure: the hundred bundles that the real ones need are not there, and neither are their services.
 */
final class CarbonPackages {

    static final String SYMBOLIC_NAME = "org.carbonupgrade.itests.carbon.stub";

    private final List<File> jars;

    private CarbonPackages(List<File> jars) {
        this.jars = jars;
    }

    static CarbonPackages of(File directory) {
        return new CarbonPackages(new ArrayList<>(Arrays.asList(directory.listFiles())));
    }

    CarbonPackages and(File jar) {
        jars.add(jar);
        return this;
    }

    File writeTo(File bundle) {
        try (JarOutputStream out = new JarOutputStream(new FileOutputStream(bundle), manifest())) {
            for (File jar : jars) {
                out.putNextEntry(new ZipEntry(jar.getName()));
                Files.copy(jar.toPath(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private Manifest manifest() throws IOException {
        List<String> exports = new ArrayList<>();
        for (File jar : jars) {
            exports.add(exports(jar));
        }
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", SYMBOLIC_NAME);
        headers.putValue("Bundle-ClassPath", jars.stream().map(File::getName).collect(Collectors.joining(",")));
        headers.putValue("Export-Package", String.join(",", exports));
        headers.putValue("DynamicImport-Package", "*");
        return manifest;
    }

    private static String exports(File jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return file.getManifest().getMainAttributes().getValue("Export-Package");
        }
    }
}
