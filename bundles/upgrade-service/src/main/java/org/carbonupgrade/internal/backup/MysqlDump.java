package org.carbonupgrade.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.carbonupgrade.UpgradeListener;

/** Dumps a schema of MySQL or MariaDB with the server's own program, as compressed SQL. */
final class MysqlDump implements DatabaseDump {

    static final List<String> OF_MARIADB = Arrays.asList("mariadb-dump", "mysqldump");
    static final List<String> OF_MYSQL = Arrays.asList("mysqldump", "mariadb-dump");

    private final Path program;
    private final ServerLogin login;
    private final boolean events;

    /** @param events whether there are any: asking for them takes a right that a server's account may lack */
    MysqlDump(Path program, ServerLogin login, boolean events) {
        this.program = program;
        this.login = login;
        this.events = events;
    }

    @Override
    public String ending() {
        return ".sql.gz";
    }

    @Override
    public String write(Path file, UpgradeListener listener) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(
                program.toString(),
                // A pipe, which the programs of both makers read: the password is in no file, whatever ends this
                // process. And nothing else is read: somebody's own option file may lead to another server.
                "--defaults-file=/dev/stdin",
                "--single-transaction",
                "--quick",
                "--routines",
                "--triggers",
                "--hex-blob",
                "--no-tablespaces",
                "--loose-set-gtid-purged=OFF",
                "--loose-column-statistics=0",
                "--default-character-set=utf8mb4"));
        if (events) {
            command.add("--events");
        }
        command.add("--");
        command.add(login.database());
        Path certificates = file.resolveSibling(file.getFileName() + ".ca");
        try (OutputStream out = new GZIPOutputStream(PrivateFile.create(file), 1 << 16)) {
            new DumpProgram(
                            login.toString(),
                            login.password(),
                            command,
                            Collections.singletonMap("MYSQL_TEST_LOGIN_FILE", "/nonexistent"))
                    .run(options(new MysqlTls(login.url()).options(certificates)), out, listener);
        } finally {
            Files.deleteIfExists(certificates);
        }
        return program.getFileName() + "; mariadb or mysql reads it, uncompressed";
    }

    private String options(List<String> tls) {
        return "[client]\nhost=" + quoted(login.hosts().get(0))
                + "\nport=" + login.ports().get(0)
                + "\nprotocol=tcp\nuser=" + quoted(login.user())
                + "\npassword=" + quoted(login.password())
                + "\n" + String.join("\n", tls) + "\n";
    }

    /** As the servers' option files have it. */
    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
