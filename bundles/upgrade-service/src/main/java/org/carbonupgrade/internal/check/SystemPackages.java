package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.home.BundleHeaders;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.HomeText;
import org.osgi.framework.Version;

/** The packages that a server's framework itself gives to bundles: those that {@code launch.ini} lists, or else Java's own. */
final class SystemPackages {

    private static final String LAUNCH = "repository/conf/etc/launch.ini";
    private static final String LIST = "org.osgi.framework.system.packages";
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*\"?([\\w.-]+)");

    /** Where Java's own packages are among those that begin so. */
    private static final Pattern OF_JAVA =
            Pattern.compile("(javax|org\\.w3c|org\\.xml|org\\.ietf|org\\.omg|sun|com\\.sun|jdk)\\..*");

    /** What Java 8 had and 11 has no more: a framework that lists it gives an empty package. */
    private static final Pattern GONE = Pattern.compile(
            "javax\\.(activation|activity|annotation|jws(\\..*)?|rmi(\\.CORBA)?|transaction|xml\\.(bind|soap|ws)(\\..*)?)"
                    + "|org\\.omg\\..*|com\\.sun\\.(activation|xml\\.internal|tools\\.internal)\\..*");

    private static final int LAST_WITH_THEM = 8;

    private final Map<String, Version> listed = new HashMap<>();
    private final Set<String> inJars = new HashSet<>();
    private final boolean lacksOldOnes;

    private SystemPackages(boolean lacksOldOnes) {
        this.lacksOldOnes = lacksOldOnes;
    }

    /** @param java the Java that the server is to run on */
    static SystemPackages of(CarbonHome home, ServerJava java) {
        SystemPackages packages = new SystemPackages(java.number() > LAST_WITH_THEM);
        String list = settings(home).getProperty(LIST, "");
        Arrays.stream(list.split(","))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .forEach(packages::add);
        if (packages.lacksOldOnes) {
            OfferedPackages.jars(home.resolve("lib")).forEach(packages::addJar);
        }
        return packages;
    }

    /** The version of a package that the framework gives, or null. */
    Version version(String name) {
        if (name.startsWith("java.")) {
            return Version.emptyVersion;
        }
        if (lacksOldOnes && GONE.matcher(name).matches() && !inJars.contains(name)) {
            return null;
        }
        return listed.isEmpty() && OF_JAVA.matcher(name).matches() ? Version.emptyVersion : listed.get(name);
    }

    private void addJar(Path jar) {
        try {
            inJars.addAll(BundleHeaders.of(jar).packages());
        } catch (UpgradeException e) {
            // a damaged jar gives nothing; what needs it is named
        }
    }

    private void add(String clause) {
        Matcher version = VERSION.matcher(clause);
        listed.put(clause.split(";")[0].trim(), version.find() ? parsed(version.group(1)) : Version.emptyVersion);
    }

    private static Version parsed(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }

    /** None where the file is not there, or is not what its name says. */
    private static Properties settings(CarbonHome home) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(HomeText.read(home, LAUNCH).orElse("")));
        } catch (IOException | IllegalArgumentException e) {
            settings.clear();
        }
        return settings;
    }
}
