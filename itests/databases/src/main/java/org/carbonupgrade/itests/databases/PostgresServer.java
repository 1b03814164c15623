package org.carbonupgrade.itests.databases;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL. */
public final class PostgresServer extends LocalServer {

    private static final String BINARIES = "/postgres-linux-x86_64.txz";
    private static final File NOTHING = new File("/dev/null");

    private PostgresServer() {
        super("postgresql", "INT");
    }

    public static PostgresServer start() throws IOException, InterruptedException {
        PostgresServer server = new PostgresServer();
        server.unpack();
        Path data = Files.createDirectory(server.directory().resolve("data"));
        Path password = server.write("password", PASSWORD);
        if (isRoot()) {
            server.run(Arrays.asList("chown", "nobody", data.toString(), password.toString()), NOTHING);
        }
        server.initialise(data, password);
        server.start(server.asNobody(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                String.valueOf(server.port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=200"));
        return server;
    }

    @Override
    public String admin() {
        return "postgres";
    }

    private void unpack() throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-x", "-C", directory().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream archive = PostgresServer.class.getResourceAsStream(BINARIES);
                InputStream in = new XZInputStream(archive);
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

    /** PostgreSQL refuses to be run by root. Both programs become what they run. */
    private List<String> asNobody(String program, String... options) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    new File("/usr/bin/setpriv").canExecute()
                            ? Arrays.asList("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups")
                            : Arrays.asList("chroot", "--userspec=nobody:65534", "/"));
        }
        command.add(directory().resolve("bin").resolve(program).toString());
        Collections.addAll(command, options);
        return command;
    }
}
