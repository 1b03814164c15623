package org.carbonupgrade.itests.p2;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.hasItem;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carbonupgrade.itests.support.BrokenConsole;
import org.carbonupgrade.itests.support.CarbonPack;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.Console;
import org.carbonupgrade.itests.support.Home;
import org.carbonupgrade.itests.support.StockHome;
import org.carbonupgrade.itests.support.Trees;
import org.junit.BeforeClass;
import org.junit.Test;

/** A home into which Maven has installed the feature as the README says. */
public class P2InstallationIT {

    private static final String COMPONENTS = "repository/components";

    private static Home home;

    @BeforeClass
    public static void makeHome() throws Exception {
        Path place = Path.of(System.getProperty("itests.p2.home"));
        Trees.delete(place);
        home = StockHome.in(place).from(CarbonPack.ofTheBuild());
        Trees.delete(home.resolve(COMPONENTS));
        Files.move(Path.of(System.getProperty("itests.p2.installed")).resolve(COMPONENTS), home.resolve(COMPONENTS));
    }

    @Test
    public void pluginsAreTheBundlesOfThisBuildAndAreStarted() throws Exception {
        List<String> startedWith = Files.readAllLines(home.resolve(
                COMPONENTS + "/default/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
        for (Built bundle : Built.bundles()) {
            Path plugin = home.plugins().resolve(bundle.fileName());
            assertEquals(bundle.name(), -1, Files.mismatch(bundle.jar(), plugin));
            assertThat(
                    startedWith,
                    hasItem(bundle.name() + "," + bundle.version() + ",../plugins/" + bundle.fileName() + ",4,true"));
        }
    }

    @Test
    public void serverStartsWithTheBundlesActiveAndTheirCommands() {
        BrokenConsole.mend(home);
        try (CarbonServer server = CarbonServer.of(home).withConsole().start();
                Console console = server.console()) {
            String bundles = console.run("ss org.carbonupgrade");
            for (String name : List.of("dbcopy", "service", "verification")) {
                assertTrue(
                        bundles,
                        bundles.lines()
                                .anyMatch(line ->
                                        line.contains("org.carbonupgrade." + name + "_") && line.contains("ACTIVE")));
            }
            assertThat(console.run("upgrade:help"), containsString("configure"));
            assertThat(
                    console.run("services (objectClass=org.carbonupgrade.verification.Verification)"),
                    containsString("org.carbonupgrade.verification"));
            makesNothingInAServerThatIsNoStaging(console);
            assertEquals(List.of(), server.log().errors());
        }
    }

    /** This server is nobody's upgrade: for all that the verification knows, it is in production. */
    private static void makesNothingInAServerThatIsNoStaging(Console console) {
        String refused = console.run("verification:run");
        assertThat(refused, containsString("VF_NOT_STAGING: nothing is made in this server: the database of "));
        assertThat(refused, containsString(": FAIL, see repository/upgrade/reports/verification.html"));
        assertThat(console.run("verification:run --read-only"), containsString(": OK, see"));
        assertThat(console.run("verification:run --force"), containsString("VF_FORCED"));
        assertThat(console.run("verification:run --force"), containsString(": WARN, see"));
    }
}
