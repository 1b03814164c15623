package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The H2 driver that a home's own server uses: another version might change its database files, or not read them. */
final class H2Driver {

    private static final String PLUGINS = "h2*.jar";
    private static final String RELATIVE = "jdbc:h2:./";

    private final Home home;
    private final Driver driver;

    private H2Driver(Home home, Driver driver) {
        this.home = home;
        this.driver = driver;
    }

    static H2Driver of(Home home) {
        try {
            URL[] jar = {driverIn(pluginOf(home)).toUri().toURL()};
            Class<?> type = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader()).loadClass("org.h2.Driver");
            return new H2Driver(home, (Driver) type.getDeclaredConstructor().newInstance());
        } catch (IOException | ReflectiveOperationException e) {
            throw new HarnessException("cannot load the H2 driver of " + home, e);
        }
    }

    /** Opens a database of the home; its server has to be stopped. */
    Connection connect(DataSource source) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", source.username());
        properties.setProperty("password", source.password());
        return driver.connect(source.url().replace(RELATIVE, "jdbc:h2:" + home + "/"), properties);
    }

    private static Path pluginOf(Home home) throws IOException {
        try (DirectoryStream<Path> plugins = Files.newDirectoryStream(home.plugins(), PLUGINS)) {
            for (Path plugin : plugins) {
                return plugin;
            }
        }
        throw new NoSuchFileException(home.plugins().resolve(PLUGINS).toString());
    }

    /** The plugin is a wrapper; what it wraps is copied out, since a class loader cannot look into a jar in a jar. */
    private static Path driverIn(Path plugin) throws IOException {
        try (JarFile wrapper = new JarFile(plugin.toFile())) {
            Optional<JarEntry> wrapped = wrapper.stream()
                    .filter(entry -> entry.getName().matches("h2-[^/]*\\.jar"))
                    .findFirst();
            if (wrapped.isEmpty()) {
                return plugin;
            }
            Path copy = Files.createTempFile("h2-driver-", ".jar");
            copy.toFile().deleteOnExit();
            try (InputStream in = wrapper.getInputStream(wrapped.get())) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        }
    }
}
