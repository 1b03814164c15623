package org.carbonupgrade.internal.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/**
 * Finds the process of a home's server by what its start script passes to the JVM. The file {@code wso2carbon.pid} stays when a
 * server stops, and proves nothing. Where there is no /proc (other systems than Linux) no process is found; the locks that a
 * server holds on its embedded databases are seen nevertheless.
 */
public final class RunningServer {

    private static final Path PROCESSES = Paths.get("/proc");
    private static final String HOME = "-Dcarbon.home=";

    private RunningServer() {}

    /** The id of the process that runs a server from this home; empty if none was found. */
    public static Optional<String> of(CarbonHome home) {
        if (!Files.isDirectory(PROCESSES)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (runs(process, home)) {
                    return Optional.of(process.getFileName().toString());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean runs(Path process, CarbonHome home) {
        try {
            String commandLine = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            for (String argument : commandLine.split("\0")) {
                if (argument.startsWith(HOME) && same(argument.substring(HOME.length()), home)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    private static boolean same(String path, CarbonHome home) {
        try {
            return Paths.get(path).toRealPath().equals(home.path());
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
