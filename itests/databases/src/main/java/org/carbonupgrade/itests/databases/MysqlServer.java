package org.carbonupgrade.itests.databases;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * MySQL, of a place where somebody has unpacked it: {@code bin/mysqld} and {@code bin/mysqldump}, and as far as the server needs
 * them {@code share}, and {@code data}, what a server begins with that can't make that by itself (older than 5.7).
 */
public final class MysqlServer extends MysqlFamilyServer {

    private static final File NOTHING = new File("/dev/null");

    private final Path home;

    private MysqlServer(Path home) {
        super("mysql");
        this.home = home;
    }

    /** @param options of the server, beside those that all have */
    public static MysqlServer start(Path home, String... options) throws IOException, InterruptedException {
        MysqlServer server = new MysqlServer(home);
        Path users = server.write("users.sql", server.initialise());
        List<String> command = server.command("--init-file=" + users);
        command.addAll(server.forClients());
        Collections.addAll(command, options);
        server.start(command);
        return server;
    }

    @Override
    public List<String> dump(String... options) {
        return asAdmin(home.resolve("bin/mysqldump"), options);
    }

    /** Makes what a server begins with; gives the statements that make its administrator, one a line. */
    private String initialise() throws IOException, InterruptedException {
        String account = ADMIN + "@'%'";
        if (Files.exists(home.resolve("data"))) {
            FileUtils.copyDirectory(
                    home.resolve("data").toFile(), directory().resolve("data").toFile());
            return "GRANT ALL ON *.* TO " + account + " IDENTIFIED BY '" + PASSWORD + "' WITH GRANT OPTION;\n";
        }
        run(command("--initialize-insecure"), NOTHING);
        return "CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + PASSWORD + "';\nGRANT ALL ON *.* TO "
                + account + " WITH GRANT OPTION;\n";
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(Arrays.asList(
                home.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--datadir=" + directory().resolve("data"),
                "--tmpdir=" + directory(),
                "--secure-file-priv=" + directory(),
                "--socket=" + directory().resolve("s"),
                "--pid-file=" + directory().resolve("pid"),
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-flush-method=nosync",
                "--innodb-buffer-pool-size=64M",
                "--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--loose-mysqlx=0"));
        if (Files.exists(home.resolve("share"))) {
            command.add("--basedir=" + home);
            command.add("--lc-messages-dir=" + home.resolve("share"));
            command.add("--character-sets-dir=" + home.resolve("share/charsets"));
        }
        if (isRoot()) {
            command.add("--user=root");
        }
        command.addAll(Arrays.asList(more));
        return command;
    }
}
