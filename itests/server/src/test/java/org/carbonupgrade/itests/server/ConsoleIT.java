package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.example.orders.OrdersCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.carbonupgrade.itests.support.BrokenConsole;
import org.carbonupgrade.itests.support.CarbonServer;
import org.carbonupgrade.itests.support.Console;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The commands in the OSGi console of the upgraded, running server. */
public class ConsoleIT {

    private static final List<String> COMMANDS = List.of(
            "check",
            "backup",
            "copy",
            "compare",
            "schema",
            "configure",
            "artifacts",
            "install",
            "verify",
            "run",
            "status",
            "report",
            "plan",
            "help");

    private static Upgrade upgrade;
    private static CarbonServer server;
    private static Console console;

    @BeforeClass
    public static void startWithConsole() throws Exception {
        upgrade = Upgrade.copy("console");
        BrokenConsole.mend(upgrade.newHome());
        Path sample = Path.of(OrdersCheck.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(sample, upgrade.newHome().resolve("repository/components/dropins/orders-check-1.0.0.jar"));
        server = CarbonServer.of(upgrade.newHome()).withConsole().start();
        upgrade.awaitVerification(server);
        console = server.console();
    }

    @AfterClass
    public static void stop() {
        if (console != null) {
            console.close();
        }
        if (server != null) {
            server.stop();
        }
    }

    @Test
    public void dropinsAreInstalledAndActive() {
        List<String> active = Pattern.compile("ACTIVE\\s+(org\\.carbonupgrade\\.\\w+)_1\\.0\\.0")
                .matcher(console.run("ss org.carbonupgrade"))
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
        assertEquals(
                List.of("org.carbonupgrade.dbcopy", "org.carbonupgrade.service", "org.carbonupgrade.verification"),
                active);
        assertThat(console.run("lb -l carbonupgrade"), containsString("dropins/org.carbonupgrade.service-"));
    }

    @Test
    public void helpOfTheConsoleListsTheCommandsWithWhatTheyDo() {
        String help = console.run("help");
        assertThat(help, containsString("---Carbon Upgrade---"));
        for (String command : COMMANDS) {
            assertTrue(
                    command,
                    Pattern.compile("^\\s+upgrade:" + command + " +- \\w+", Pattern.MULTILINE)
                            .matcher(help)
                            .find());
        }
    }

    @Test
    public void ownHelpExplainsACommandAndThePlan() {
        assertThat(console.run("upgrade:help"), containsString("shows where the upgrade stands"));
        assertThat(console.run("upgrade:help configure"), containsString("--dry-run"));
        assertThat(console.run("upgrade:help plan"), containsString("old.vanilla"));
    }

    @Test
    public void statusShowsEveryStep() {
        String status = console.run("upgrade:status");
        for (String step : COMMANDS.subList(0, 9)) {
            assertTrue(
                    step + " in\n" + status,
                    Pattern.compile("^" + step + " +(OK|WARN) ", Pattern.MULTILINE)
                            .matcher(status)
                            .find());
        }
        assertThat(status, containsString("status: OK_WITH_WARNINGS"));
        assertThat(status, containsString("next: nothing is left to do"));
    }

    @Test
    public void planIsTheProductsOwnAndShowsNoPassword() {
        String plan = console.run("upgrade:plan");
        assertTrue(
                plan,
                Pattern.compile("new\\.home +" + Pattern.quote(upgrade.newHome().toString()))
                        .matcher(plan)
                        .find());
        assertThat(plan, containsString("staging.WSO2UM_DB.password"));
        assertThat(plan, not(containsString(Plans.STAGED_USERS.password())));
    }

    @Test
    public void planCanBeNamed() {
        assertThat(console.run("upgrade:status --plan /nowhere/a.properties"), containsString("PLAN_MISSING"));
    }

    @Test
    public void verifyVerifiesAgainAndSaysHowItWent() {
        String run = run();
        String answer = console.run("upgrade:verify");
        assertTrue(
                answer,
                Pattern.compile("^verify +OK ", Pattern.MULTILINE)
                        .matcher(answer)
                        .find());
        assertNotEquals(run, run());
        assertThat(answer, containsString(run()));
        assertEquals("OK_WITH_WARNINGS", upgrade.outcome().status());
    }

    @Test
    public void checksCanBeListed() {
        String checks = console.run("verification:checks");
        assertTrue(
                checks,
                Pattern.compile("^bundles +server +looks +Every bundle", Pattern.MULTILINE)
                        .matcher(checks)
                        .find());
        assertTrue(
                checks,
                Pattern.compile("^tenants +users +changes ", Pattern.MULTILINE)
                        .matcher(checks)
                        .find());
    }

    @Test
    public void verificationThatOnlyLooksMakesNothingAndKeepsTheReportOfTheWhole() {
        String run = run();
        String answer = console.run("verification:run --read-only");
        assertThat(answer, containsString("migrated-data"));
        assertThat(answer, not(containsString("user-stores")));
        assertThat(answer, not(containsString("clean-start")));
        assertThat(answer, containsString(": OK, see repository/upgrade/reports/verification-part.html"));
        assertEquals(run, run());
    }

    @Test
    public void verificationCanBeOfSomeChecksOnly() {
        String answer = console.run("verification:run --tags server");
        assertThat(answer, containsString("bundles"));
        assertThat(answer, not(containsString("migrated-data")));
        assertThat(
                console.run("verification:run --tags servers"),
                containsString("VF_NO_SUCH_CHECK: no check has the tag servers"));
        assertThat(console.run("verification:run --tag server"), containsString("does not understand \"--tag\""));
    }

    /** The sample of the distribution: a bundle of a customer's own. */
    @Test
    public void checksOfOtherBundlesAreRunWithTheBuiltInOnes() {
        assertEquals("OK", upgrade.checks().get("orders"));
        String answer = console.run("verification:run --tags shop");
        assertTrue(
                answer,
                Pattern.compile("^orders +OK .* The web shop finds its orders", Pattern.MULTILINE)
                        .matcher(answer)
                        .find());
    }

    @Test
    public void cleaningWhereNothingIsLeftSaysSo() {
        assertThat(console.run("verification:clean"), containsString(": OK, see"));
        assertThat(console.run("verification:help"), containsString("verification:clean"));
    }

    @Test
    public void reportIsWrittenAnewWhereItSays() throws Exception {
        Path html = upgrade.report("upgrade.html");
        Files.delete(html);
        String answer = console.run("upgrade:report");
        assertThat(answer, containsString("status: OK_WITH_WARNINGS"));
        assertThat(answer, containsString("report: " + html));
        assertEquals("ok with warnings", Page.at(html).state());
    }

    @Test
    public void unknownCommandOrOptionIsAnsweredByWhatIsPossible() {
        String command = console.run("upgrade:help copi");
        assertThat(command, containsString("There is no command \"copi\"."));
        assertThat(command, containsString("copies every old database"));
        String option = console.run("upgrade:configure --drie-run");
        assertThat(option, containsString("--drie-run"));
        assertThat(option, containsString("--dry-run"));
        String word = console.run("upgrade:status now");
        assertThat(word, containsString("does not understand \"now\""));
        assertThat(word, containsString("--plan"));
    }

    /** The id of the last verification. */
    private static String run() {
        return upgrade.outcome()
                .step("verify")
                .getAsJsonObject("figures")
                .get("run")
                .getAsString();
    }
}
