package org.carbonupgrade.itests.osgi;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.UrlProvisionOption;

/** A framework as Carbon has it: the Equinox on the class path, Carbon's own Declarative Services, Gogo and launch.ini. */
final class Container {

    private Container() {}

    static Option carbonFramework() {
        return composite(
                systemProperty("pax.exam.osgi.unresolved.fail").value("true"),
                fromLaunchIni("org.osgi.framework.system.packages"),
                fromLaunchIni("osgi.parentClassloader"),
                equinox("3.9.1") ? kepler() : jar("carbon", "org.eclipse.osgi.services_"),
                jar("carbon", "org.eclipse.equinox.util_"),
                jar("carbon", "org.eclipse.equinox.ds_"),
                jar("carbon", "org.apache.felix.gogo.runtime_"),
                junitBundles());
    }

    /** One of our own bundles. */
    static UrlProvisionOption ours(String name) {
        return jar("bundles", name + ".jar");
    }

    /** What our bundles import from a Carbon server, at the versions that it exports; there are no services in it. */
    static Option carbonPackages() {
        String packages = "packages-" + System.getProperty("equinox");
        return bundle(CarbonPackages.of(directory(packages))
                .and(file("carbon", "axis2_"))
                .writeTo(new File(directory("carbon"), packages + ".jar"))
                .toURI()
                .toString());
    }

    /** The Equinox of Carbon 4.4.6 and 4.4.7 is of 2013, and does not know the Java that it runs on. */
    private static Option kepler() {
        return composite(
                frameworkProperty("org.osgi.framework.executionenvironment")
                        .value("OSGi/Minimum-1.0,OSGi/Minimum-1.1,OSGi/Minimum-1.2,CDC-1.1/Foundation-1.1,"
                                + "J2SE-1.3,J2SE-1.4,J2SE-1.5,JavaSE-1.6,JavaSE-1.7,JavaSE-1.8"),
                frameworkProperty("org.osgi.framework.system.capabilities")
                        .value("osgi.ee; osgi.ee=\"JavaSE\"; version:List<Version>=\"1.5,1.6,1.7,1.8\","
                                + "osgi.ee; osgi.ee=\"OSGi/Minimum\"; version:List<Version>=\"1.0,1.1,1.2\""),
                jar("equinox-3.9.1", "org.eclipse.osgi.services.jar"));
    }

    private static boolean equinox(String version) {
        return version.equals(System.getProperty("equinox"));
    }

    private static UrlProvisionOption jar(String directory, String name) {
        return bundle(file(directory, name).toURI().toString());
    }

    private static File file(String directory, String name) {
        for (File file : directory(directory).listFiles()) {
            if (file.getName().startsWith(name)) {
                return file;
            }
        }
        throw new IllegalStateException(name + " is missing in " + directory(directory));
    }

    /** A framework property as Carbon sets it. */
    private static Option fromLaunchIni(String name) {
        Properties properties = new Properties();
        try (Reader reader = new FileReader(new File(directory("carbon"), "launch.ini"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frameworkProperty(name).value(properties.getProperty(name));
    }

    private static File directory(String name) {
        return new File(System.getProperty("build.directory"), name);
    }
}
