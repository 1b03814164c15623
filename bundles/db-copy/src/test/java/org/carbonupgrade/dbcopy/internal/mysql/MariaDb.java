package org.carbonupgrade.dbcopy.internal.mysql;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;

/** A MariaDB server of this JVM's own, on 127.0.0.1; it goes when the JVM does, however that ends. */
final class MariaDb {

    static final String USER = "admin";
    static final String PASSWORD = "carbon-S3cret";

    private static final Path BINARIES = Paths.get("target", "mariadb").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 60;

    /** The server's parent: it ends the server when it is told to, and when the JVM is gone. */
    private static final String GUARD = "jvm=$1; shift; \"$@\" & server=$!\n"
            + "trap 'kill $server' TERM INT\n"
            + "while kill -0 $jvm 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 1 & wait $!; done\n"
            + "kill $server 2>/dev/null; wait $server";

    private static MariaDb instance;

    private final Path home;
    private final Path data;
    private final int port;

    private Process guard;

    private MariaDb() throws IOException, InterruptedException {
        this.home = home();
        this.data = Files.createTempDirectory("mariadb");
        this.port = freePort();
        install();
        guard = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        await();
    }

    /** The server, started for the first who asks. */
    static synchronized MariaDb server() {
        try {
            if (instance == null) {
                instance = new MariaDb();
            }
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A server of its own for a test that kills it. */
    static MariaDb another() throws IOException, InterruptedException {
        return new MariaDb();
    }

    /** Kills it with no chance to tidy up. */
    void kill() throws IOException, InterruptedException {
        String process = text(data.resolve("pid")).trim();
        new ProcessBuilder("kill", "-9", process).start().waitFor();
        guard.waitFor(); // it looks once a second
    }

    /** Starts it again. */
    void restart() throws IOException, InterruptedException {
        guard = start();
        await();
    }

    /** Ends it now, and removes what it had. */
    void end() {
        stop();
    }

    int port() {
        return port;
    }

    /** What MariaDB's own tool writes of a schema. */
    String dump(String schema) throws IOException, InterruptedException {
        Path output = Files.createTempFile(data, "dump", ".sql");
        Path errors = Files.createTempFile(data, "dump", ".err");
        List<String> command = new ArrayList<>(Arrays.asList(
                home.resolve("bin/mariadb-dump").toString(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=" + USER,
                "--password=" + PASSWORD,
                "--default-character-set=utf8mb4",
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--skip-comments",
                "--skip-extended-insert",
                "--complete-insert",
                "--hex-blob",
                "--routines",
                "--events",
                "--triggers",
                "--skip-lock-tables",
                "--single-transaction",
                "--tz-utc",
                "--ignore-table=" + schema + ".CARBON_UPGRADE",
                schema));
        Process dump = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (dump.waitFor() != 0) {
            throw new IOException("mariadb-dump: " + text(errors));
        }
        String text = text(output);
        Files.delete(output);
        Files.delete(errors);
        return text;
    }

    private void install() throws IOException, InterruptedException {
        Files.createDirectories(data.resolve("db/mysql"));
        StringBuilder sql = new StringBuilder("USE mysql;\nSET @auth_root_socket=NULL;\n");
        for (String script : Arrays.asList("system_tables", "performance_tables", "system_tables_data")) {
            sql.append(text(home.resolve("share/mysql_" + script + ".sql"))).append('\n');
        }
        Path input = data.resolve("bootstrap.sql");
        Files.write(input, sql.toString().getBytes(StandardCharsets.UTF_8));
        Process bootstrap = new ProcessBuilder(command("--bootstrap", "--skip-log-bin"))
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log())
                .start();
        if (bootstrap.waitFor() != 0) {
            throw new IOException("MariaDB cannot be installed: " + text(log().toPath()));
        }
    }

    private Process start() throws IOException {
        Path init = data.resolve("init.sql");
        String users = "CREATE USER IF NOT EXISTS " + USER + "@'%' IDENTIFIED BY '" + PASSWORD
                + "';\nGRANT ALL ON *.* TO " + USER + "@'%' WITH GRANT OPTION;\n";
        Files.write(init, users.getBytes(StandardCharsets.UTF_8));
        String jvm = ManagementFactory.getRuntimeMXBean().getName().split("@")[0];
        List<String> command = new ArrayList<>(Arrays.asList("sh", "-c", GUARD, "guard", jvm));
        command.addAll(command(
                "--init-file=" + init,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--log-bin=" + data.resolve("binlog"),
                "--server-id=1",
                "--log-bin-trust-function-creators",
                "--max-connections=300"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(Arrays.asList(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets"),
                "--datadir=" + data.resolve("db"),
                "--tmpdir=" + data, // a server that starts clears what it takes for its own
                "--socket=" + data.resolve("s"),
                "--pid-file=" + data.resolve("pid"),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-flush-method=nosync",
                "--debug-no-sync",
                "--sync-frm=0",
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=64M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(Arrays.asList(more));
        return command;
    }

    private void await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && guard.isAlive()) {
            try {
                Sessions.open(DriverJar.MARIADB_3, port, "").close();
                return;
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        guard.destroy();
        throw new IOException(
                "MariaDB does not start. It needs the libraries that every Debian has (libsystemd, liblz4,"
                        + " libzstd, liblzma, libcrypt, libcap, libgcrypt); it says: " + text(log().toPath()));
    }

    private void stop() {
        try {
            guard.destroy();
            guard.waitFor(30, TimeUnit.SECONDS);
            FileUtils.deleteDirectory(data.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private File log() {
        return data.resolve("log").toFile();
    }

    private static Path home() throws IOException {
        try (Stream<Path> files = Files.walk(BINARIES)) {
            Path server = files.filter(file -> file.endsWith("bin/mariadbd"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no server is unpacked in " + BINARIES));
            Path bin = server.getParent();
            for (String program : Arrays.asList("mariadbd", "mariadb-dump")) {
                if (!bin.resolve(program).toFile().setExecutable(true)) {
                    throw new IOException(bin + " cannot be made executable");
                }
            }
            return bin.getParent();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return IOUtils.toString(content, StandardCharsets.UTF_8);
        }
    }
}
