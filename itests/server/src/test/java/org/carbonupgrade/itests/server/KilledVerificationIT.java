package org.carbonupgrade.itests.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.DataSource;
import org.junit.Test;

/**
 * The server is killed at random moments while it verifies itself, and started again: in the end it has verified itself, and nothing of
 * what it made is left. {@code -Dcarbonupgrade.verification.kills=20} kills more often.
 */
public class KilledVerificationIT {

    private static final int KILLS = Integer.getInteger("carbonupgrade.verification.kills", 2);

    /** Longer than a verification takes here: some come to their end before they are killed. */
    private static final int LONGEST_MILLIS = 6_000;

    @Test
    public void leavesNothingWheneverItsServerIsKilled() throws Exception {
        Random random = new Random(5);
        Upgrade upgrade = Upgrade.copy("killed");
        Set<String> files = files(upgrade);
        Map<String, List<String>> users = users(upgrade);
        Path contract = upgrade.newHome().resolve("repository/upgrade/verify-on-startup");
        Path done = upgrade.newHome().resolve("repository/upgrade/verify-on-startup.done");
        for (int kill = 1; kill <= KILLS; kill++) {
            CarbonServer server = CarbonServer.start(upgrade.newHome());
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            server.kill();
            if (Files.exists(done)) {
                Files.move(done, contract);
            }
        }
        Files.deleteIfExists(upgrade.report("verification.json"));
        try (CarbonServer server = CarbonServer.start(upgrade.newHome())) {
            upgrade.awaitVerification(server);
            server.awaitFile(Duration.ofSeconds(30), done);
        }
        assertEquals(Set.of("OK"), Set.copyOf(upgrade.checks().values()));
        assertEquals(users, users(upgrade));
        assertEquals(files, files(upgrade));
        assertFalse(Files.exists(upgrade.newHome().resolve("repository/upgrade/verification-ledger.jsonl")));
        assertFalse(Files.exists(upgrade.newHome().resolve("repository/upgrade/verification")));
    }

    /** The rows of every table of users, in any order. */
    private static Map<String, List<String>> users(Upgrade upgrade) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        DataSource local = FirstRun.get().oldHome().dataSource("WSO2_CARBON_DB");
        for (DataSource source : List.of(Plans.STAGED_USERS, local)) {
            try (Connection connection = upgrade.newHome().connect(source)) {
                for (String table : tables(connection)) {
                    tables.put(source.name() + " " + table, rows(connection, table));
                }
            }
        }
        return tables;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        List<String> names = new ArrayList<>();
        try (ResultSet found = meta.getTables(null, null, "UM\\_%", new String[] {"TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    text.append(row.getString(column)).append('|');
                }
                rows.add(text.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    /** What is where a verification makes files. */
    private static Set<String> files(Upgrade upgrade) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path directory : List.of(
                upgrade.newHome().tenants(), upgrade.newHome().deployment().resolve("userstores"))) {
            try (Stream<Path> all = Files.walk(directory)) {
                names.addAll(all.map(Path::toString).collect(Collectors.toSet()));
            }
        }
        return names;
    }
}
