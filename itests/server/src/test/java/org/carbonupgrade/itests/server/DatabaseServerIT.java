package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonupgrade.itests.databases.MariaDbServer;
import org.carbonupgrade.itests.databases.PostgresServer;
import org.carbonupgrade.itests.population.Inspection;
import org.carbonupgrade.itests.support.CarbonPack;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.DataSource;
import org.carbonupgrade.itests.support.DatabaseServer;
import org.carbonupgrade.itests.support.OldHome;
import org.carbonupgrade.itests.support.PopulatedHome;
import org.carbonupgrade.itests.support.Population;
import org.carbonupgrade.itests.support.StockHome;
import org.junit.Test;

/** Upgrades from end to end of homes whose databases are on a server, beside the user stores' embedded ones. */
public class DatabaseServerIT {

    private static final Path DRIVERS = Path.of(System.getProperty("itests.drivers"));
    private static final String STAGER_PASSWORD = "staged&6Rm";

    @Test
    public void postgresql() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            upgrade("postgresql", DatabaseServer.on(server, DRIVERS.resolve("postgresql.jar")), "PostgreSQL");
        }
    }

    @Test
    public void mariadb() throws Exception {
        try (MariaDbServer server = MariaDbServer.start()) {
            upgrade("mariadb", DatabaseServer.on(server, DRIVERS.resolve("mysql.jar")), "MySQL/MariaDB");
        }
    }

    private static void upgrade(String name, DatabaseServer databases, String type) throws Exception {
        PopulatedHome oldHome = OldHome.in(Places.fresh("old-" + name))
                .on(databases.databases("old_"))
                .from(CarbonPack.ofTheBuild())
                .populated();
        Map<String, String> before = checksums(databases, oldHome);
        Path newHome = Places.fresh("new-" + name);
        StockHome.in(newHome).from(CarbonPack.ofTheBuild());
        Upgrade upgrade = Upgrade.of(newHome, plan(oldHome, newHome, databases));

        Program.Answer run = upgrade.run("run");
        assertEquals(run.output(), 0, run.status());
        try (CarbonServer server = CarbonServer.start(upgrade.newHome())) {
            upgrade.awaitVerification(server);
        }
        Program.Answer report = upgrade.run("report");
        assertEquals(report.output(), 0, report.status());

        assertEquals(Set.of("VERSION_SAME", "JAVA_VERSION"), upgrade.outcome().codes("WARN"));
        assertThat(upgrade.outcome().step("copy").toString(), containsString(type));
        assertEquals(before, checksums(databases, oldHome));
        Inspection inspection = Population.of(upgrade.newHome()).inspect(oldHome.manifest());
        assertEquals(List.of(), inspection.differences());
        assertEquals(oldHome.manifest().users(), inspection.count("login"));
        assertEquals("the old databases do without the new server", before, checksums(databases, oldHome));
    }

    private static Map<String, String> checksums(DatabaseServer databases, PopulatedHome home) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        for (DataSource source : home.dataSources()) {
            databases
                    .checksums(source.username(), source.username(), source.password())
                    .forEach((table, sum) -> all.put(source + "." + table, sum));
        }
        return all;
    }

    /** As {@link Plans} has it, and a staging database with an account of its own for each data source. */
    private static Path plan(PopulatedHome oldHome, Path newHome, DatabaseServer databases) throws Exception {
        Path backup = Files.createTempFile(oldHome.path().getParent(), "backup-of-the-databases", ".dump");
        Files.writeString(backup, "made by the server's own tools");
        StringBuilder plan = new StringBuilder(
                """
                old.home = %s
                new.home = %s
                old.vanilla = %s
                backup.dir = %s
                backup.existing = %s
                """
                        .formatted(
                                oldHome,
                                newHome,
                                CarbonPack.ofTheBuild().zip(),
                                newHome.resolveSibling(newHome.getFileName() + "-backup"),
                                backup));
        for (DataSource source : oldHome.dataSources()) {
            String staging = source.username().replace("old_", "new_");
            databases.create(staging, staging, STAGER_PASSWORD);
            plan.append("staging.%1$s.url = %2$s%nstaging.%1$s.username = %3$s%nstaging.%1$s.password = %4$s%n"
                    .formatted(source.name(), databases.url(staging), staging, STAGER_PASSWORD));
        }
        return Files.writeString(newHome.resolveSibling(newHome.getFileName() + ".properties"), plan);
    }
}
