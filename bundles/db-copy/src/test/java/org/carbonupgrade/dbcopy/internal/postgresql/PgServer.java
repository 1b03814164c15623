package org.carbonupgrade.dbcopy.internal.postgresql;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server of this JVM, on a free port of 127.0.0.1, with a directory of its own. It ends when the JVM does, in whatever
 * way: a shell waits for the end of its input, which is this process.
 */
final class PgServer {

    static final String ADMIN = "postgres";
    static final String USER = "carbon";
    static final String PASSWORD = "carbon-S3cret";

    /** The programs of another server to test with, such as one that has lz4, which the archive's has not; null for the archive's. */
    private static final String INSTALLED = System.getProperty("postgresql.bin");

    private static final Driver DRIVER = load("42.7.4");
    private static PgServer only;

    private final Path directory;
    private final int port;
    private final Path data;
    private Process shell;

    private PgServer() throws IOException, InterruptedException {
        directory = Files.createTempDirectory("carbon-upgrade-postgresql");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (INSTALLED == null) {
            unpack();
        }
        data = Files.createDirectory(directory.resolve("data"));
        Path password = Files.write(directory.resolve("password"), PASSWORD.getBytes(StandardCharsets.UTF_8));
        if (isRoot()) {
            run("chown", "nobody", data.toString(), password.toString());
        }
        run(asNobody(
                bin("initdb"),
                "-D",
                data.toString(),
                "-U",
                ADMIN,
                "--pwfile=" + password,
                "--auth=md5",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        port = freePort();
        launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        await();
    }

    private void launch() throws IOException {
        List<String> server = asNobody(bin("postgres"), "-D", data.toString(), "-p", String.valueOf(port));
        for (String setting : Arrays.asList(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "password_encryption=md5",
                "max_connections=60",
                "shared_buffers=64MB",
                "autovacuum=off")) {
            server.addAll(Arrays.asList("-c", setting));
        }
        List<String> command = new ArrayList<>(Arrays.asList(
                "/bin/sh",
                "-c",
                "\"$@\" </dev/null & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf \"$0\"",
                directory.toString()));
        command.addAll(server);
        shell = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    /** One more, beside the one that all tests share; its caller stops it. */
    static PgServer another() throws IOException, InterruptedException {
        return new PgServer();
    }

    static synchronized PgServer start() {
        if (only == null) {
            try {
                only = new PgServer();
                only.execute(ADMIN, "postgres", "CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return only;
    }

    /** Kills the server with no chance to tidy up. Its shell goes first: it would remove everything. */
    void kill() throws IOException, InterruptedException {
        shell.destroyForcibly().waitFor();
        shell.getOutputStream().close();
        String server =
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim();
        List<Path> children = children(server);
        kill(server);
        while (children.stream().anyMatch(Files::exists)) {
            TimeUnit.MILLISECONDS.sleep(10); // they look for the server now and then
        }
    }

    private static List<Path> children(String server) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Paths.get("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (parent(process).equals(server)) {
                    children.add(process);
                }
            }
        }
        return children;
    }

    private static String parent(Path process) {
        try {
            String stat = FileUtils.readFileToString(process.resolve("stat").toFile(), "UTF-8");
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[1];
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    /** Kills a process of the server, which takes all sessions down and starts anew by itself; false if it has gone. */
    boolean kill(String process) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-9", process).start().waitFor() == 0;
    }

    void restart() throws IOException, InterruptedException {
        launch();
        await();
    }

    static Path jar(String version) {
        return Paths.get("target", "drivers", "postgresql-" + version + ".jar").toAbsolutePath();
    }

    int port() {
        return port;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** As a client of its own, without any of the code under test. */
    Connection connect(String user, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", PASSWORD);
        return DRIVER.connect(url(database), login);
    }

    void execute(String user, String database, String... statements) throws SQLException {
        try (Connection connection = connect(user, database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void stop() {
        try {
            shell.getOutputStream().close();
            shell.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException, IOException {
        for (int attempt = 0; attempt < 300; attempt++) {
            try {
                connect(ADMIN, "postgres").close();
                return;
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the server does not come up: "
                + FileUtils.readFileToString(directory.resolve("log").toFile(), "UTF-8"));
    }

    private void unpack() throws IOException, InterruptedException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Paths.get("target", "postgresql"), "*.txz")) {
            for (Path archive : found) {
                Process tar = new ProcessBuilder("tar", "-x", "-C", directory.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .start();
                try (InputStream in = new XZInputStream(Files.newInputStream(archive));
                        OutputStream out = tar.getOutputStream()) {
                    IOUtils.copy(in, out);
                }
                if (tar.waitFor() != 0) {
                    throw new IOException("tar cannot unpack " + archive);
                }
            }
        }
    }

    private String bin(String name) {
        return (INSTALLED == null ? directory.resolve("bin") : Paths.get(INSTALLED))
                .resolve(name)
                .toString();
    }

    /** PostgreSQL refuses to be run by root. Both commands become what they run. */
    private static List<String> asNobody(String... command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(
                    new File("/usr/bin/setpriv").canExecute()
                            ? Arrays.asList("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups")
                            : Arrays.asList("chroot", "--userspec=nobody:65534", "/"));
        }
        all.addAll(Arrays.asList(command));
        return all;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        run(Arrays.asList(command));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(new File("/"))
                .start();
        process.getOutputStream().close();
        String output = IOUtils.toString(process.getInputStream(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Driver load(String version) {
        try {
            ClassLoader loader = new URLClassLoader(
                    new URL[] {jar(version).toUri().toURL()},
                    ClassLoader.getSystemClassLoader().getParent());
            return (Driver) Class.forName("org.postgresql.Driver", true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
