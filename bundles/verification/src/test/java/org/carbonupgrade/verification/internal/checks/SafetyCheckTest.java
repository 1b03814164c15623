package org.carbonupgrade.verification.internal.checks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.verification.CheckReport;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.Status;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.isolation.IsolatedCheck;
import org.carbonupgrade.verification.internal.trace.Database;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.carbonupgrade.verification.internal.trace.H2;
import org.junit.Rule;
import org.junit.Test;

public class SafetyCheckTest {

    private static final VerificationRequest OF_UPGRADE =
            VerificationRequest.defaults().forUpgrade("u-1");

    @Rule
    public final H2 users = new H2();

    @Rule
    public final H2 registry = new H2();

    @Rule
    public final H2 other = new H2();

    private SafetyCheck safety;

    @Test
    public void stagingDatabasesOfTheUpgradeAreSafe() throws Exception {
        carbon(users, "UM_USER");
        carbon(registry, "REG_LOG");
        mark(users, "u-1", "COPIED");
        mark(registry, "u-1", "COPIED");
        other.execute("CREATE TABLE ORDERS (ID INT)");

        CheckReport report = run(OF_UPGRADE, users, registry, other);

        assertEquals(Status.OK, report.status());
        assertTrue(safety.isSafe());
        assertEquals(
                "all 2 databases of users and registry are marked as staging",
                report.entries().get(0).what());
    }

    @Test
    public void whoeverAsksWithoutAnUpgradeMayUseAnyUpgradesStaging() throws Exception {
        carbon(users, "UM_USER");
        mark(users, "u-1", "COPIED");

        run(VerificationRequest.defaults(), users);

        assertTrue(safety.isSafe());
    }

    @Test
    public void oneDatabaseThatIsNotMarkedIsEnoughToMakeNothing() throws Exception {
        carbon(users, "UM_USER");
        carbon(registry, "REG_LOG");
        mark(users, "u-1", "COPIED");

        refused(run(OF_UPGRADE, users, registry), "the database of DB2: no upgrade has marked it as staging");
    }

    @Test
    public void nothingIsMadeInWhatHasBecomeProduction() throws Exception {
        carbon(users, "um_user");
        mark(users, "u-1", "PROMOTED");

        refused(run(OF_UPGRADE, users), "the database of DB1: it has been promoted to production");
    }

    @Test
    public void nothingIsMadeInAnotherUpgradesStaging() throws Exception {
        carbon(users, "UM_USER");
        mark(users, "u-0", "COPIED");

        refused(run(OF_UPGRADE, users), "the database of DB1: it is staging of another upgrade, u-0");
    }

    @Test
    public void nothingIsMadeWhereNoDatabaseIsKnown() throws Exception {
        refused(run(OF_UPGRADE, other), "no database that can be read holds users or a registry");
    }

    @Test
    public void aMarkThatSaysNothingIsNone() throws Exception {
        carbon(users, "UM_USER");
        mark(users, "u-1", "COPIED");
        users.execute("DELETE FROM CARBON_UPGRADE");

        refused(run(OF_UPGRADE, users), "the database of DB1: no upgrade has marked it as staging");
    }

    @Test
    public void forceMakesThingsAllTheSameAndSaysSo() throws Exception {
        carbon(users, "UM_USER");

        CheckReport report = run(OF_UPGRADE.forced(), users);

        assertTrue(safety.isSafe());
        assertEquals(Status.WARN, report.status());
        assertEquals("VF_FORCED", report.entries().get(0).code());
    }

    private void refused(CheckReport report, String why) {
        assertFalse(safety.isSafe());
        assertEquals(Status.COULD_NOT_RUN, report.status());
        assertEquals(1, report.entries().size());
        Entry entry = report.entries().get(0);
        assertEquals("VF_NOT_STAGING", entry.code());
        assertEquals("nothing is made in this server: " + why, entry.what());
    }

    private CheckReport run(VerificationRequest request, H2... sources) throws Exception {
        List<Database> databases = new ArrayList<>();
        for (H2 source : sources) {
            databases.add(source.database("DB" + (databases.size() + 1)));
        }
        safety = new SafetyCheck(() -> Databases.of(databases));
        return new IsolatedCheck(safety).run("vfabcdefgh", request);
    }

    private static void carbon(H2 database, String table) throws Exception {
        database.execute("CREATE TABLE \"" + table + "\" (ID INT)");
    }

    private static void mark(H2 database, String upgrade, String phase) throws Exception {
        database.execute(
                "CREATE TABLE CARBON_UPGRADE (MARK VARCHAR(20), TABLE_NO INT, NOTE VARCHAR(200))",
                "INSERT INTO CARBON_UPGRADE VALUES ('UPGRADE', 0, '" + upgrade + "')",
                "INSERT INTO CARBON_UPGRADE VALUES ('PHASE', 0, '" + phase + "')");
    }
}
