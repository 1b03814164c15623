package org.carbonupgrade.dbcopy.internal.postgresql;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;

/** Everything that a database holds, in the words of {@code pg_dump}: somebody else's opinion. */
final class PgDump {

    private static final String PROGRAM = "/usr/bin/pg_dump";

    private static final Map<PgServer, Boolean> THERE = new ConcurrentHashMap<>();

    private PgDump() {}

    /** Whether there is one, not older than the server; says so once where there is none, and the tests prove less. */
    static boolean exists() {
        return THERE.computeIfAbsent(PgServer.start(), PgDump::find);
    }

    private static boolean find(PgServer server) {
        int version = 0;
        try {
            version = server.version();
            if (new File(PROGRAM).canExecute() && version() >= version) {
                return true;
            }
        } catch (IOException | SQLException e) {
            System.out.println(e);
        }
        System.out.println("No pg_dump of version " + version + " or newer in " + PROGRAM
                + ": copies of PostgreSQL are judged by our own comparison alone.");
        return false;
    }

    /** The schema as it is written, then the rows, sorted: their order is nobody's promise. */
    static String of(PgServer server, String database) throws IOException {
        List<String> rows = Stream.of(run(server, database, "--data-only").split("\n"))
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .sorted()
                .collect(Collectors.toList());
        String schema = Stream.of(run(server, database, "--schema-only").split("\n"))
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .collect(Collectors.joining("\n"));
        return schema + "\n" + String.join("\n", rows);
    }

    private static int version() throws IOException {
        Process process = new ProcessBuilder(PROGRAM, "--version").start();
        String text = IOUtils.toString(process.getInputStream(), StandardCharsets.UTF_8);
        return Integer.parseInt(text.replaceFirst("(?s).* (\\d+)\\..*", "$1"));
    }

    private static String run(PgServer server, String database, String what) throws IOException {
        List<String> command = new ArrayList<>(Arrays.asList(
                PROGRAM, "-h", "127.0.0.1", "-p", "" + server.port(), "-U", PgServer.ADMIN, "-d", database, what));
        command.addAll(Arrays.asList("--exclude-table=carbon_upgrade", "--extra-float-digits=3"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", PgServer.PASSWORD);
        Process process = builder.start();
        String text = IOUtils.toString(process.getInputStream(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("pg_dump: " + text);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return text;
    }
}
