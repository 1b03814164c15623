package org.carbonupgrade.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.FileUtils;

/**
 * A home of the stock Carbon server, unpacked from its archive, with the databases that it comes with. It reads its XML configuration
 * as Carbon 4.4 does, and is told to be of another version.
 */
public final class StockHome {

    /** What the archive holds. */
    public static final String VERSION = "4.5.1";

    private static final Path PACK = Paths.get("target/stock/wso2carbon-core.zip");
    private static final Path UNPACKED = Paths.get("target/stock/home");

    private final Path path;

    private StockHome(Path path) {
        this.path = path;
    }

    /** Makes a home that says that it is of a version. */
    public static StockHome make(Path path, String version) throws IOException {
        StockHome home = new StockHome(path);
        copy(unpacked(), path);
        Files.delete(path.resolve("repository/conf/deployment.toml"));
        return version.equals(VERSION) ? home : home.version(version);
    }

    public Path path() {
        return path;
    }

    public Path path(String relative) {
        return path.resolve(relative);
    }

    public String text(String file) {
        try {
            return new String(Files.readAllBytes(path(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file, and the directories above it. */
    public StockHome file(String file, String content) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), content.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that the file has. */
    public StockHome replace(String file, String from, String to) {
        String text = text(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        return file(file, text.replace(from, to));
    }

    private StockHome version(String version) throws IOException {
        replace("bin/wso2carbon-version.txt", VERSION, version);
        replace(
                "repository/components/default/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info",
                "org.wso2.carbon.core," + VERSION,
                "org.wso2.carbon.core," + version);
        for (String jar : new String[] {
            "bin/org.wso2.carbon.bootstrap-V.jar",
            "lib/org.wso2.carbon.server-V.jar",
            "repository/components/plugins/org.wso2.carbon.core_V.jar"
        }) {
            Files.move(path(jar.replace("V", VERSION)), path(jar.replace("V", version)));
        }
        return this;
    }

    private static synchronized Path unpacked() throws IOException {
        if (!Files.exists(UNPACKED)) {
            Path partial = Files.createTempDirectory(PACK.getParent(), "unpacking");
            try (ZipFile zip = new ZipFile(PACK.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    Path file = partial.resolve(
                            entry.getName().substring(entry.getName().indexOf('/') + 1));
                    if (entry.isDirectory()) {
                        Files.createDirectories(file);
                    } else {
                        Files.createDirectories(file.getParent());
                        try (InputStream content = zip.getInputStream(entry)) {
                            Files.copy(content, file);
                        }
                    }
                }
            }
            Files.move(partial, UNPACKED);
        }
        return UNPACKED;
    }

    /** Jars become links to the same file: nobody writes to them. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file));
                if (file.toString().endsWith(".jar")) {
                    link(target, file);
                } else {
                    Files.copy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void link(Path target, Path file) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            FileUtils.copyFile(file.toFile(), target.toFile()); // on another file system
        }
    }
}
