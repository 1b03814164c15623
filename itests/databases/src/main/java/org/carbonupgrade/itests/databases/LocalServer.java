package org.carbonupgrade.itests.databases;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    /** What a terminal sends to all when it is left is not the shell's to die of: nobody would end the server then. */
    private static final String GUARD = "signal=$1; shift; trap '' HUP INT;"
            + " \"$@\" </dev/null & server=$!; echo $server >\"$0/process\";"
            + " if read -r order; then kill -KILL $server; wait $server;"
            + " else kill -$signal $server; wait $server; rm -rf \"$0\"; fi";

    private static final int PATIENCE_SECONDS = 60;

    private final Path directory;
    private final int port;
    private final String signal;
    private final String ready;
    private List<String> server;
    private volatile Process shell;

    /**
     * @param signal that the server ends at without waiting for its clients
     * @param ready what it says when it lets clients in
     */
    LocalServer(String name, String signal, String ready) {
        this.signal = signal;
        this.ready = ready;
        try {
            directory = Files.createTempDirectory("carbon-upgrade-" + name);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The account that may do everything. */
    public abstract String admin();

    public final int port() {
        return port;
    }

    /** Kills the server with no chance to tidy up; it keeps what it holds. */
    public final void kill() throws IOException, InterruptedException {
        List<String> children = Processes.childrenOf(process());
        try (OutputStream orders = shell.getOutputStream()) {
            orders.write("kill\n".getBytes(StandardCharsets.UTF_8));
        }
        shell.waitFor();
        while (!children.stream().allMatch(Processes::ended)) {
            TimeUnit.MILLISECONDS.sleep(10); // they look for the server now and then
        }
    }

    /** Starts the server that was killed, where it was. */
    public final void restart() throws IOException, InterruptedException {
        Files.deleteIfExists(processFile());
        List<String> command = new ArrayList<>(Arrays.asList("/bin/sh", "-c", GUARD, directory.toString(), signal));
        command.addAll(server);
        shell = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
        await();
    }

    /** Ends the server, and deletes what it held. */
    @Override
    public final void close() {
        try {
            if (shell != null) {
                shell.getOutputStream().close();
            }
            if (shell == null || shell.waitFor(20, TimeUnit.SECONDS)) {
                FileUtils.deleteQuietly(directory.toFile()); // the shell of one that was killed has left it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final Path directory() {
        return directory;
    }

    final void start(List<String> command) throws IOException, InterruptedException {
        server = command;
        restart();
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
            throw new IOException(command.get(0) + ": " + text(log()));
        }
    }

    final Path write(String name, String content) throws IOException {
        return Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!text(log()).contains(ready)) {
            String process = process();
            if (!process.isEmpty() && Processes.ended(process) || System.nanoTime() > deadline) {
                throw new IOException("the server does not come up: " + text(log()));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The id of the server's process; empty as long as it is being started. */
    private String process() throws IOException {
        return Files.exists(processFile()) ? text(processFile().toFile()).trim() : "";
    }

    private Path processFile() {
        return directory.resolve("process");
    }

    private File log() {
        return directory.resolve("log").toFile();
    }

    private static String text(File file) throws IOException {
        return FileUtils.readFileToString(file, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
