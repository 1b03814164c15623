package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.TenantRecord;
import org.carbonupgrade.itests.population.UserStoreRecord;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.TextFile;
import org.carbonupgrade.itests.support.Trees;
import org.carbonupgrade.itests.support.UpgradeOutcome;
import org.carbonupgrade.itests.support.UpgradeOutcome.Finding;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * A new home that is damaged between {@code run} and the start of its server: a tenant's directory is gone, a user store's file is
 * broken, a data source is missing. Each is found and named, and nothing else is.
 */
public class SabotageIT {

    private static Upgrade upgrade;
    private static TenantRecord bereft;
    private static UserStoreRecord brokenStore;
    private static UpgradeOutcome beforeAnyCommand;
    private static Program.Answer report;

    @BeforeClass
    public static void damageStartAndReport() throws Exception {
        Manifest manifest = FirstRun.get().oldHome().manifest();
        upgrade = Upgrade.copy("sabotaged");
        bereft = manifest.tenant("alpha.example");
        brokenStore = manifest.tenant("carbon.super").userStores.stream()
                .filter(store -> store.domain.equals("HR"))
                .findFirst()
                .orElseThrow();
        Trees.delete(directoryOf(bereft));
        TextFile storeFile = TextFile.at(upgrade.newHome().resolve(brokenStore.file));
        storeFile.write(storeFile.read().replace("</UserStoreManager>", "</UserStore"));
        OldServer.lose(OldServer.ORDERS.name(), upgrade.newHome());

        try (CarbonServer server = CarbonServer.start(upgrade.newHome())) {
            upgrade.awaitVerification(server);
            beforeAnyCommand = upgrade.outcome();
        }
        report = upgrade.run("report");
    }

    @Test
    public void tenantWhoseDirectoryIsGoneIsNamed() {
        String what = only("VF_TENANT_DIRECTORY_MISSING").what();
        assertThat(what, containsString("tenant alpha.example (" + bereft.id + ")"));
        assertThat(what, containsString("repository/tenants/" + bereft.id));
    }

    @Test
    public void userStoreOfThatTenantIsNamedToo() {
        String what = only("VF_USER_STORE_FILE_MISSING").what();
        assertThat(what, containsString("user store PARTNERS of tenant " + bereft.id));
        assertThat(what, containsString(bereft.userStores.get(0).file));
    }

    @Test
    public void brokenUserStoreFileIsNamed() {
        String what = only("VF_USER_STORE_FILE_BROKEN").what();
        assertThat(what, containsString("user store HR of the super tenant"));
        assertThat(what, containsString(brokenStore.file));
    }

    @Test
    public void missingDataSourceIsNamed() {
        assertThat(only("VF_DATA_SOURCE_MISSING").what(), containsString("data source ORDERS_DB (jdbc/OrdersDB)"));
    }

    @Test
    public void whatWasLeftAloneIsFoundGood() {
        assertEquals(
                Set.of(
                        "VF_TENANT_DIRECTORY_MISSING",
                        "VF_USER_STORE_FILE_MISSING",
                        "VF_USER_STORE_FILE_BROKEN",
                        "VF_DATA_SOURCE_MISSING"),
                upgrade.outcome().codes("FAIL"));
        assertEquals(4, upgrade.outcome().findings("FAIL").size());
        assertEquals(Set.of(), upgrade.outcome().codes("COULD_NOT_RUN"));
        Map<String, String> wrong = new TreeMap<>(upgrade.checks());
        wrong.values().removeIf("OK"::equals);
        assertEquals(Map.of("migrated-data", "FAIL"), wrong);
    }

    @Test
    public void upgradeHasFailedAndEveryReportSaysSo() throws Exception {
        assertEquals("FAILED", beforeAnyCommand.status());
        assertEquals("FAILED", upgrade.outcome().status());
        assertEquals(report.output(), 1, report.status());
        assertThat(report.output(), containsString("status: FAILED"));
        for (Finding finding : upgrade.outcome().findings("FAIL")) {
            assertThat(report.output(), containsString(finding.what()));
        }
        Page page = Page.at(upgrade.report("upgrade.html"));
        assertEquals("failed", page.state());
        assertTrue(page.steps().contains(new Page.Step("verify", "FAIL")));
        JUnitXml xml = JUnitXml.at(upgrade.report("verification.xml"));
        assertEquals(List.of("migrated-data"), xml.failed());
        assertEquals(1, xml.attribute("failures"));
        assertEquals(13, xml.attribute("tests"));
    }

    @Test
    public void verificationPutsNothingInThePlaceOfWhatIsMissing() {
        assertTrue(Files.notExists(directoryOf(bereft)));
    }

    private static Path directoryOf(TenantRecord tenant) {
        return upgrade.newHome().tenants().resolve(Integer.toString(tenant.id));
    }

    private static Finding only(String code) {
        List<Finding> found = upgrade.outcome().findings("FAIL").stream()
                .filter(finding -> finding.code().equals(code))
                .collect(Collectors.toList());
        assertEquals(code + ": " + found, 1, found.size());
        assertEquals("verify", found.get(0).step());
        return found.get(0);
    }
}
