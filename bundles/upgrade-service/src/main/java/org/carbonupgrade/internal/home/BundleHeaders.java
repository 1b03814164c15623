package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.UpgradeError;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What a jar's manifest says to an OSGi framework: the packages that it gives, and those that it needs. */
public final class BundleHeaders {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ATTRIBUTE = Pattern.compile(";\\s*([\\w.-]+)\\s*:?=\\s*(?:\"([^\"]*)\"|([^;\"]*))");

    private static final long MOST_BYTES = 4 << 20;

    private final Path jar;
    private final Attributes headers;

    private BundleHeaders(Path jar, Attributes headers) {
        this.jar = jar;
        this.headers = headers;
    }

    /** Reads them; a jar without a manifest has none. */
    public static BundleHeaders of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            JarEntry manifest = file.getJarEntry(JarFile.MANIFEST_NAME);
            return new BundleHeaders(jar, manifest == null ? new Attributes() : headers(file, manifest, jar));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(jar.toString(), "The jar cannot be read: " + e, e);
        }
    }

    /** One that was made to fill the memory is not read. */
    private static Attributes headers(JarFile file, JarEntry manifest, Path jar) throws IOException {
        if (manifest.getSize() > MOST_BYTES) {
            throw UpgradeError.FILE_READ.at(
                    jar.toString(), "The jar's manifest is larger than any that belongs there.");
        }
        try (InputStream content = file.getInputStream(manifest)) {
            return new Manifest(content).getMainAttributes();
        }
    }

    /** Whether it is a bundle; Carbon makes one of any other jar in {@code components/lib}, with all its packages exported. */
    public boolean bundle() {
        return headers.getValue("Bundle-SymbolicName") != null;
    }

    /** The packages that it exports with their versions. */
    public Map<String, Version> exports() {
        Map<String, Version> exports = new HashMap<>();
        for (String clause : clauses("Export-Package")) {
            String version = attributes(clause).getOrDefault("version", "0");
            names(clause).forEach(name -> exports.put(name, version(version)));
        }
        return exports;
    }

    /** The packages that it can't do without, and which versions of them it takes. */
    public Map<String, VersionRange> imports() {
        return required("Import-Package", "version");
    }

    /** The bundles that it can't do without, its host if it is a fragment among them, and which versions of them it takes. */
    public Map<String, VersionRange> bundles() {
        Map<String, VersionRange> bundles = required("Require-Bundle", "bundle-version");
        bundles.putAll(required("Fragment-Host", "bundle-version"));
        return bundles;
    }

    /** Its symbolic name; empty of a jar that is no bundle. */
    public String name() {
        return clauses("Bundle-SymbolicName").stream()
                .flatMap(clause -> names(clause).stream())
                .findFirst()
                .orElse("");
    }

    public Version version() {
        String version = headers.getValue("Bundle-Version");
        return version(version == null ? "0" : version.trim());
    }

    /** The packages of its classes. */
    public Set<String> packages() {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw UpgradeError.FILE_READ.at(jar.toString(), "The jar cannot be read: " + e, e);
        }
    }

    private Map<String, VersionRange> required(String header, String version) {
        Map<String, VersionRange> required = new HashMap<>();
        for (String clause : clauses(header)) {
            Map<String, String> attributes = attributes(clause);
            if (!"optional".equals(attributes.get("resolution"))) {
                names(clause).forEach(name -> required.put(name, range(attributes.getOrDefault(version, "0"))));
            }
        }
        return required;
    }

    /** A header's clauses, which commas separate, but for those in quotes. */
    private List<String> clauses(String header) {
        String text = headers.getValue(header);
        List<String> clauses = new ArrayList<>();
        if (text != null) {
            Matcher quoted = QUOTED.matcher(text);
            StringBuffer masked = new StringBuffer();
            while (quoted.find()) {
                quoted.appendReplacement(
                        masked, Matcher.quoteReplacement(quoted.group().replace(',', '\0')));
            }
            for (String clause : quoted.appendTail(masked).toString().split(",")) {
                clauses.add(clause.replace('\0', ',').trim());
            }
        }
        return clauses;
    }

    private static List<String> names(String clause) {
        List<String> names = new ArrayList<>();
        for (String part : QUOTED.matcher(clause).replaceAll("").split(";")) {
            if (!part.contains("=") && !part.trim().isEmpty()) {
                names.add(part.trim());
            }
        }
        return names;
    }

    private static Map<String, String> attributes(String clause) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(clause);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            attributes.put(attribute.group(1), value.trim());
        }
        return attributes;
    }

    private Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private VersionRange range(String text) {
        try {
            return new VersionRange(text.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    private RuntimeException malformed(IllegalArgumentException e) {
        return UpgradeError.FILE_READ.at(
                jar.toString(), "The bundle's manifest has a malformed version: " + e.getMessage());
    }
}
