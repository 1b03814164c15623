package org.carbonupgrade.itests.databases;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL. */
public final class PostgresServer extends LocalServer {

    public static final String ADMIN = "postgres";

    /** The programs of another server to test with, such as one that has lz4, which the archive's has not; null for the archive's. */
    private static final String INSTALLED = System.getProperty("postgresql.bin");

    private static final String BINARIES = "postgres-linux-x86_64.txz";
    private static final File NOTHING = new File("/dev/null");

    private final Path archive;

    private PostgresServer(Path archive) {
        super("postgresql", "INT", "ready to accept connections");
        this.archive = archive;
    }

    /** @param settings of the server, {@code name=value}, beside or instead of those that all have */
    public static PostgresServer start(String... settings) throws IOException, InterruptedException {
        return start((Path) null, settings);
    }

    /**
     * Starts a server of another version.
     *
     * @param archive a jar that holds its programs, as the one on the class path does; null for that one
     */
    public static PostgresServer start(Path archive, String... settings) throws IOException, InterruptedException {
        PostgresServer server = new PostgresServer(archive);
        if (!server.isInstalled()) {
            server.unpack();
        }
        Path data = Files.createDirectory(server.directory().resolve("data"));
        Path password = server.write("password", PASSWORD);
        if (isRoot()) {
            server.run(Arrays.asList("chown", "nobody", data.toString(), password.toString()), NOTHING);
        }
        server.initialise(data, password);
        server.start(server.command(data, settings));
        return server;
    }

    /** Kills a process of the server, which takes all sessions down and starts anew by itself; false if it has gone. */
    public boolean kill(String process) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-9", process).start().waitFor() == 0;
    }

    @Override
    public String admin() {
        return ADMIN;
    }

    private void unpack() throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-x", "-C", directory().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        ClassLoader own = PostgresServer.class.getClassLoader();
        URL[] jars = archive == null ? new URL[0] : new URL[] {archive.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, archive == null ? own : null);
                InputStream packed = loader.getResourceAsStream(BINARIES);
                InputStream in = new XZInputStream(packed);
                OutputStream out = tar.getOutputStream()) {
            IOUtils.copy(in, out);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("tar cannot unpack " + BINARIES);
        }
    }

    private void initialise(Path data, Path password) throws IOException, InterruptedException {
        run(
                asNobody(
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        admin(),
                        "--pwfile=" + password,
                        "--auth=md5",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"),
                NOTHING);
    }

    private List<String> command(Path data, String... settings) {
        List<String> command = asNobody("postgres", "-D", data.toString(), "-p", String.valueOf(port()));
        List<String> all = new ArrayList<>(Arrays.asList(
                "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=200"));
        Collections.addAll(all, settings);
        for (String setting : all) {
            Collections.addAll(command, "-c", setting);
        }
        return command;
    }

    /** PostgreSQL refuses to be run by root. Both programs become what they run. */
    private List<String> asNobody(String program, String... options) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    new File("/usr/bin/setpriv").canExecute()
                            ? Arrays.asList("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups")
                            : Arrays.asList("chroot", "--userspec=nobody:65534", "/"));
        }
        Path bin = isInstalled() ? Paths.get(INSTALLED) : directory().resolve("bin");
        command.add(bin.resolve(program).toString());
        Collections.addAll(command, options);
        return command;
    }

    private boolean isInstalled() {
        return archive == null && INSTALLED != null;
    }
}
