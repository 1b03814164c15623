package org.carbonupgrade.dbcopy.internal.driver;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/**
 * Loads JDBC drivers, each jar in a class loader of its own: the old database's H2 1.2 and a newer one elsewhere live side by
 * side, and neither is seen by the JVM's {@code DriverManager}.
 */
public final class DriverLibrary {

    private final DriverJars jars = new DriverJars();
    private final Map<String, Driver> loaded = new ConcurrentHashMap<>();

    /** The driver of a database, from its jars or, if it names none, from this JVM's class path. */
    public Driver driver(DatabaseSpec database, String defaultClass) {
        String className = database.driverClass() == null ? defaultClass : database.driverClass();
        if (database.drivers().isEmpty()) {
            return instance(className, DriverLibrary.class.getClassLoader(), database);
        }
        Path jar = jars.find(database.drivers(), className)
                .orElseThrow(() -> new DbCopyException(
                        DbError.DB_DRIVER_MISSING,
                        "The JDBC driver " + className + " is in none of " + database.drivers() + ".",
                        database.name()));
        return loaded.computeIfAbsent(className + " in " + jar, key -> instance(className, classLoader(jar), database));
    }

    private static ClassLoader classLoader(Path jar) {
        try {
            List<Path> jars = DriverJars.withNested(jar);
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return new URLClassLoader(urls, ClassLoader.getSystemClassLoader().getParent());
        } catch (IOException e) {
            throw new DbCopyException(DbError.DB_FILE, "Cannot read the driver's jar: " + e, jar.toString(), e);
        }
    }

    private static Driver instance(String className, ClassLoader loader, DatabaseSpec database) {
        try {
            return (Driver) Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new DbCopyException(
                    DbError.DB_DRIVER_MISSING,
                    "The JDBC driver " + className + " cannot be loaded: " + e,
                    database.name(),
                    e);
        }
    }
}
