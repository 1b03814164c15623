package org.carbonupgrade.dbcopy.internal.mysql;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.carbonupgrade.itests.databases.MysqlFamilyServer;

/**
 * Everything that a schema holds, as {@code mariadb-dump} writes it; it owes nothing to the code under test. What the tool leaves
 * out is asked for: all digits of floating point numbers, and the bytes of texts.
 */
final class MysqlDump {

    /** A column's name and type in a table's definition. */
    private static final String COLUMN = "^(  `(?:[^`]|``)+` \\w+(?:\\((?:'(?:[^']|'')*+'|[^')])*+\\))?)";

    private MysqlDump() {}

    /** The lines, sorted: keys are listed in the order in which they were made, and rows without a key as they came. */
    static String of(MysqlFamilyServer server, String schema) throws Exception {
        List<String> lines = new ArrayList<>();
        String dump = run(server, schema).replace("`" + schema + "`.", "").replace("`" + schema + "`", "``");
        for (String line : dump.split("\n")) {
            // MySQL 8 tells a column's collation or not as it was once made; it is asked for below.
            lines.add(line.replaceAll(",$", "")
                    .replaceAll("(PRESERVE) ENABLE", "$1 DISABLE")
                    .replaceAll(COLUMN + "(?: CHARACTER SET \\w+)?(?: COLLATE \\w+)?", "$1"));
        }
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), schema)) {
            String columns =
                    "SELECT TABLE_NAME, GROUP_CONCAT(CONCAT('HEX(', IF(DATA_TYPE IN ('float', 'double'), '1e0*', ''),"
                            + " '`', REPLACE(COLUMN_NAME, '`', '``'), '`', ')') ORDER BY ORDINAL_POSITION SEPARATOR ', ')"
                            + " FROM INFORMATION_SCHEMA.COLUMNS JOIN INFORMATION_SCHEMA.TABLES USING (TABLE_SCHEMA, TABLE_NAME)"
                            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE <> 'VIEW' AND TABLE_NAME <> 'CARBON_UPGRADE'"
                            + " AND CHARACTER_SET_NAME IS NOT NULL GROUP BY TABLE_NAME";
            String numbers = columns.replace("HEX(", "CONCAT(")
                    .replace("CHARACTER_SET_NAME IS NOT NULL", "DATA_TYPE IN ('float', 'double')");
            Sessions.execute(connection, "SET SESSION group_concat_max_len = 1000000");
            lines.addAll(
                    Sessions.rows(
                            connection,
                            "SELECT TABLE_NAME, COLUMN_NAME, CHARACTER_SET_NAME, COLLATION_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE"
                                    + " TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'CARBON_UPGRADE' AND COLLATION_NAME IS NOT NULL"));
            for (String query : Arrays.asList(columns, numbers)) {
                for (String table : Sessions.rows(connection, query)) {
                    int bar = table.lastIndexOf("|");
                    String name = table.substring(0, bar);
                    String list = table.substring(bar + 1);
                    for (String row :
                            Sessions.rows(connection, "SELECT " + list + " FROM `" + name.replace("`", "``") + "`")) {
                        lines.add(name + ": " + row);
                    }
                }
            }
        }
        Collections.sort(lines);
        return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String run(MysqlFamilyServer server, String schema) throws IOException, InterruptedException {
        File output = File.createTempFile("dump", ".sql");
        File errors = File.createTempFile("dump", ".err");
        try {
            List<String> command = server.dump(
                    "--default-character-set=utf8mb4",
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
                    schema);
            if (!MysqlTestServer.isMariaDb()) {
                command.add(command.size() - 1, "--loose-set-gtid-purged=OFF"); // or it tells what else the server did
            }
            Process dump = new ProcessBuilder(command)
                    .redirectOutput(output)
                    .redirectError(errors)
                    .start();
            if (dump.waitFor() != 0) {
                throw new IOException("mariadb-dump: " + FileUtils.readFileToString(errors, StandardCharsets.UTF_8));
            }
            return FileUtils.readFileToString(output, StandardCharsets.UTF_8);
        } finally {
            FileUtils.deleteQuietly(output);
            FileUtils.deleteQuietly(errors);
        }
    }
}
