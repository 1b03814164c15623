package org.carbonupgrade.dbcopy.internal.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Finds the jar that holds a driver; Carbon's plugins carry theirs as a jar within the bundle's jar. */
final class DriverJars {

    /** What was found out of jars as they are now: to look into the many of a product takes its time. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** The first jar with the class, in the order of the places; a folder's jars by their names. */
    Optional<Path> find(List<Path> places, String className) {
        String entry = className.replace('.', '/') + ".class";
        for (Path place : places) {
            for (Path jar : jars(place)) {
                if (known.computeIfAbsent(asItIs(jar) + entry, key -> holds(jar, entry))) {
                    return Optional.of(jar);
                }
            }
        }
        return Optional.empty();
    }

    /** The jar itself and the jars inside it, which are unpacked to temporary files that go when the JVM does. */
    static List<Path> withNested(Path jar) throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(jar);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isJar(entry.getName())) {
                    Path copy = Files.createTempFile("carbon-upgrade-driver", ".jar");
                    copy.toFile().deleteOnExit();
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                    jars.add(copy);
                }
            }
        }
        return jars;
    }

    /** Another text for a jar that was replaced. */
    private static String asItIs(Path jar) {
        try {
            BasicFileAttributes now = Files.readAttributes(jar, BasicFileAttributes.class);
            return jar + " " + now.size() + " " + now.lastModifiedTime() + " " + now.fileKey() + " ";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.isRegularFile(place) ? Collections.singletonList(place) : Collections.emptyList();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.jar")) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    jars.add(file); // a directory may be called so, and a link may lead nowhere
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(jars);
        return jars;
    }

    private static boolean holds(Path jar, String entry) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry(entry) != null) {
                return true;
            }
            for (ZipEntry nested : Collections.list(zip.entries())) {
                if (isJar(nested.getName()) && nestedHolds(zip, nested, entry)) {
                    return true;
                }
            }
            return false;
        } catch (ZipException e) {
            return false; // not a jar, whatever its name says
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean nestedHolds(ZipFile zip, ZipEntry nested, String wanted) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(zip.getInputStream(nested))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isJar(String name) {
        return name.endsWith(".jar");
    }
}
