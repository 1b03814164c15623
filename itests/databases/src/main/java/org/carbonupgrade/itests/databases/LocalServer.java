package org.carbonupgrade.itests.databases;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * A database server of this JVM, on a free port of 127.0.0.1, with a directory of its own. It ends when the JVM does, in whatever
 * way: a shell waits for the end of its input, which is this process.
 */
public abstract class LocalServer implements AutoCloseable {

    /** Of the administrator. */
    public static final String PASSWORD = "admin-S3cret";

    private static final String GUARD = "signal=$1; shift; \"$@\" </dev/null & server=$!; cat >/dev/null;"
            + " kill -$signal $server; wait $server; rm -rf \"$0\"";

    private static final int PATIENCE_SECONDS = 60;

    private final Path directory;
    private final int port;
    private final String signal;
    private Process shell;

    /** @param signal that the server ends at without waiting for its clients */
    LocalServer(String name, String signal) {
        this.signal = signal;
        try {
            directory = Files.createTempDirectory("carbon-upgrade-" + name);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account that may do everything. */
    public abstract String admin();

    public final int port() {
        return port;
    }

    final Path directory() {
        return directory;
    }

    /** Ends the server, and deletes what it held. */
    @Override
    public final void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final void start(List<String> server) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList("/bin/sh", "-c", GUARD, directory.toString(), signal));
        command.addAll(server);
        shell = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        for (int attempt = 0; attempt < PATIENCE_SECONDS * 10; attempt++) {
            if (answers()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("the server does not come up: " + FileUtils.readFileToString(log(), "UTF-8"));
    }

    /** Runs a program to its end. */
    final void run(List<String> command, File input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectInput(input)
                .redirectOutput(log())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + ": " + FileUtils.readFileToString(log(), "UTF-8"));
        }
    }

    final Path write(String name, String content) throws IOException {
        return Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private File log() {
        return directory.resolve("log").toFile();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
