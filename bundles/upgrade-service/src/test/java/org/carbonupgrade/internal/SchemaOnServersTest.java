package org.carbonupgrade.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.carbonupgrade.internal.path.OldScripts;
import org.carbonupgrade.internal.path.UpgradePath;
import org.carbonupgrade.itests.databases.LocalServer;
import org.carbonupgrade.itests.databases.MariaDbServer;
import org.carbonupgrade.itests.databases.PostgresServer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Databases of 4.4.6 on real servers become those of 4.4.7, and are then like some that were made new. */
public class SchemaOnServersTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void onPostgresql() throws Exception {
        try (LocalServer server = PostgresServer.start()) {
            becomesNew(server, "postgresql", 4);
        }
    }

    /** Two columns get the default that the new version gives them, too. */
    @Test
    public void onMariaDb() throws Exception {
        try (LocalServer server = MariaDbServer.start()) {
            becomesNew(server, "mysql", 8);
        }
    }

    private void becomesNew(LocalServer server, String type, int differences) throws Exception {
        StockUpgrade upgrade = StockUpgrade.in(folder.getRoot().toPath(), "4.4.6", "4.4.7");
        UpgradePath path = OldScripts.path();
        ServerDatabases databases = new ServerDatabases(server).usedBy(upgrade);
        upgrade.newHome().file("dbscripts/" + type + ".sql", OldScripts.newScript(type));
        databases.run("old_carbon", OldScripts.oldScript(path, type));
        databases.run("old_shared", OldScripts.oldScript(path, type));
        databases.make("fresh", "");
        databases.run("fresh", OldScripts.newScript(type));
        for (String step : new String[] {"check", "backup", "copy", "compare", "schema"}) {
            assertEquals(upgrade.output(), 0, upgrade.command(step));
        }
        List<String> fresh = databases.catalogue("fresh");
        assertFalse(fresh.equals(databases.catalogue("staging_carbon")));
        List<String> findings = upgrade.findings("schema", "SCHEMA_DRIFT");
        assertEquals(findings.toString(), differences, findings.size());
        assertTrue(findings.toString(), findings.stream().allMatch(found -> found.startsWith("WARN ")));

        assertEquals(upgrade.output(), 0, upgrade.command("schema", "--apply"));

        assertEquals("[]", upgrade.findings("schema", "SCHEMA_DRIFT").toString());
        assertEquals(fresh, databases.catalogue("staging_carbon"));
        assertEquals(fresh, databases.catalogue("staging_shared"));
        String journal = upgrade.newHome().text("repository/upgrade/journal.jsonl");
        assertEquals(differences, journal.split("SQL_RUN", -1).length - 1);
    }
}
