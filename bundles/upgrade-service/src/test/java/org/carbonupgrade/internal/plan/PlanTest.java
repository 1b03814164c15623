package org.carbonupgrade.internal.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PlanTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void resolvesPathsAgainstThePlansOwnDirectory() throws IOException {
        Plan plan = plan("old.home = old", "new.home = ../new", "backup.dir = b");
        assertEquals(folder.getRoot().toPath().resolve("old"), plan.oldHome());
        assertEquals(folder.getRoot().toPath().getParent().resolve("new"), plan.newHome());
        assertEquals(
                folder.getRoot().toPath().resolve("b"), plan.backupDirectory().get());
    }

    @Test
    public void understandsTheCommentsThatPeopleWriteBehindValues() throws IOException {
        Plan plan = plan(
                "old.home = /o   # the old one",
                "new.home = /n",
                "copy.jobs = 3 # more",
                "staging.DB.url = jdbc:h2:/x#y",
                "staging.DB.password = pass # word",
                "old.DB.password = ${file:secret}   # from a file");
        Files.write(folder.newFile("secret").toPath(), "s3cret\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("/o", plan.oldHome().toString());
        assertEquals(3, plan.jobs());
        assertEquals("jdbc:h2:/x#y", plan.staging("DB").url().get());
        assertEquals(
                "a password is taken as it is",
                "pass # word",
                plan.staging("DB").password().get());
        assertEquals("s3cret", plan.oldPassword("DB").get());
    }

    @Test
    public void copiesInTheFastestWayUnlessThePlanSaysHow() throws IOException {
        assertEquals(Strategy.AUTO, plan("old.home=/o", "new.home=/n").strategy());
        assertEquals(
                Strategy.CLONE,
                plan("old.home=/o", "new.home=/n", "copy.strategy = clone # or else")
                        .strategy());
        assertEquals(
                Strategy.STREAM,
                plan("old.home=/o", "new.home=/n", "copy.strategy=stream").strategy());
    }

    @Test
    public void namesOfDataSourcesMayHaveDots() throws IOException {
        Plan plan = plan("old.home=/o", "new.home=/n", "staging.userstore.7.ACME.COM.url=jdbc:h2:/x");
        assertEquals(Collections.singleton("userstore.7.ACME.COM"), plan.databaseNames());
        assertEquals("jdbc:h2:/x", plan.staging("userstore.7.ACME.COM").url().get());
    }

    @Test
    public void refusesWhatItCannotUse() throws IOException {
        Refusal.expect(
                UpgradeError.PLAN_MISSING,
                "none.properties",
                () -> Plan.read(folder.getRoot().toPath().resolve("none.properties")));
        Refusal.expect(UpgradeError.PLAN_KEY_MISSING, "old.home and new.home", () -> plan("copy.jobs=1"));
        Refusal.expect(UpgradeError.PLAN_KEY_MISSING, "new.home", () -> plan("old.home=/o"));
        Refusal.expect(
                UpgradeError.PLAN_VALUE, "copy.jobs", () -> plan("old.home=/o", "new.home=/n", "copy.jobs=many"));
        Refusal.expect(UpgradeError.PLAN_VALUE, "copy.jobs", () -> plan("old.home=/o", "new.home=/n", "copy.jobs=0"));
        Refusal.expect(
                UpgradeError.PLAN_VALUE, "copy.strategy", () -> plan("old.home=/o", "new.home=/n", "copy.strategy=x"));
        Refusal.expect(UpgradeError.PLAN_VALUE, () -> plan("old.home=\\u00zz"));
        Refusal.expect(
                UpgradeError.PLAN_VALUE, "old.home", () -> plan("old.home=/o", "new.home=/n", "old.home=/other"));
        Refusal.expect(
                UpgradeError.PLAN_MISSING,
                () -> Plan.read(folder.newFolder("directory").toPath()));
    }

    @Test
    public void proposesTheNearestKeyForOneThatIsNotKnown() {
        Refusal.expect(UpgradeError.PLAN_KEY_UNKNOWN, "did you mean old.home?", () -> plan("old_home=/o"));
        Refusal.expect(UpgradeError.PLAN_KEY_UNKNOWN, "did you mean copy.jobs?", () -> plan("copyjobs=3"));
        Refusal.expect(UpgradeError.PLAN_KEY_UNKNOWN, "did you mean backup.dir?", () -> plan("backup.directory=/b"));
    }

    @Test
    public void refusesTextThatIsNotUtf8AndFilesThatAreNoPlan() throws IOException {
        Path file = folder.newFile().toPath();
        Files.write(file, "old.home=/\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        Refusal.expect(UpgradeError.PLAN_VALUE, "UTF-8", () -> Plan.read(file));
        Files.write(file, new byte[2 << 20]);
        Refusal.expect(UpgradeError.PLAN_VALUE, "large", () -> Plan.read(file));
    }

    @Test
    public void saysWhichSecretIsMissingAndNeverShowsOneThatIsThere() throws IOException {
        Plan plan = plan(
                "old.home=/o",
                "new.home=/n",
                "staging.A.password=${env:NO_SUCH_VARIABLE_HERE}",
                "staging.B.password=${file:none}",
                "staging.C.password=hunter2",
                "staging.C.url=jdbc:oracle:thin:scott/tiger@host:1521:x",
                "staging.D.url=jdbc:postgresql://u:hunter3@host/db?password=hunter4");
        Refusal.expect(UpgradeError.PLAN_SECRET, "NO_SUCH_VARIABLE_HERE", () -> plan.staging("A"));
        Refusal.expect(UpgradeError.PLAN_SECRET, "none", () -> plan.staging("B"));
        String shown = plan.shown().toString() + plan.copy();
        for (String secret : new String[] {"hunter2", "tiger", "hunter3", "hunter4"}) {
            assertFalse(secret + " in " + plan.shown(), plan.shown().toString().contains(secret));
        }
        assertFalse(plan.copy(), plan.copy().contains("hunter2"));
        assertTrue(shown, shown.contains("${env:NO_SUCH_VARIABLE_HERE}"));
    }

    @Test
    public void aPasswordThatLooksLikeAReferenceIsNeitherShownNorKept() throws IOException {
        Plan plan = plan(
                "old.home=/o",
                "new.home=/n",
                "staging.A.password=${hunter1",
                "staging.B.password=${hunter2}",
                "staging.C.password=${prompt}hunter3",
                "staging.C.url=jdbc:h2:/x;PASSWORD=hunter4;USER=u",
                "staging.D.url=jdbc:postgresql://u:hunter5@host/db",
                "staging.E.url=jdbc:h2:/y;LOCK_TIMEOUT=60000");
        String shown = plan.shown() + "\n" + plan.copy();
        assertFalse(shown, shown.contains("hunter"));
        assertEquals("${hunter2}", plan.staging("B").password().get());
        assertTrue(plan.copy(), plan.copy().contains("LOCK_TIMEOUT"));
    }

    @Test
    public void meansTheSameWhenKeptElsewhere() throws IOException {
        Plan plan = plan(
                "old.home = old",
                "new.home = /n\\u00fc",
                "staging.A.password = ${file:secret}",
                "staging.A.url = jdbc:h2:x");
        Files.write(folder.newFile("secret").toPath(), "s".getBytes(StandardCharsets.UTF_8));
        Path elsewhere = folder.newFolder("elsewhere").toPath().resolve("upgrade.properties");
        Files.write(elsewhere, plan.copy().getBytes(StandardCharsets.UTF_8));
        Plan copy = Plan.read(elsewhere);
        assertEquals(plan.oldHome(), copy.oldHome());
        assertEquals(plan.newHome(), copy.newHome());
        assertEquals("s", copy.staging("A").password().get());
        assertEquals("jdbc:h2:x", copy.staging("A").url().get());
    }

    @Test
    public void readsItsOwnSample() throws IOException {
        Path file = folder.newFile().toPath();
        Files.write(file, SamplePlan.text().getBytes(StandardCharsets.UTF_8));
        assertEquals(2, Plan.read(file).jobs());
        Files.write(file, SamplePlan.text().replace("#staging", "staging").getBytes(StandardCharsets.UTF_8));
        assertEquals(Collections.singleton("WSO2_CARBON_DB"), Plan.read(file).databaseNames());
    }

    private Plan plan(String... lines) throws IOException {
        Path file = folder.getRoot().toPath().resolve("upgrade.properties");
        Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return Plan.read(file);
    }
}
