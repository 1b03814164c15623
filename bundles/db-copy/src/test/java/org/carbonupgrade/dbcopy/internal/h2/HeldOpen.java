package org.carbonupgrade.dbcopy.internal.h2;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.Connection;

/** A JVM of its own that has a database open, as a server does. */
final class HeldOpen {

    private HeldOpen() {}

    /** Starts it and waits until the database is open; the caller ends it. */
    static Process start(String version, Path database) throws Exception {
        Process process = new ProcessBuilder(
                        Paths.get(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldOpen.class.getName(),
                        version,
                        database.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IllegalStateException("the database could not be opened");
        }
        return process;
    }

    /** Arguments: version, path of the database. Ends when its input does. */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = H2.of(arguments[0]).open(Paths.get(arguments[1]), "")) {
            H2.execute(connection, "CREATE TABLE IF NOT EXISTS HELD(X INT)");
            System.out.println("open");
            System.in.read();
        }
    }
}
