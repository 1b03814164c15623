package org.carbonupgrade.internal.verify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VerificationMergerTest {

    private static final String HOME = "carbon.home";

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final List<Path> reported = new ArrayList<>();
    private final VerificationMerger merger = new VerificationMerger();
    private UpgradeException thrown;

    @Before
    public void beInAProduct() {
        System.setProperty(HOME, home.getRoot().getPath());
        merger.bindUpgrader(new Reporting());
    }

    @After
    public void leaveTheProduct() {
        System.clearProperty(HOME);
    }

    @Test
    public void reportIsWrittenAnewWithThePlanOfTheProduct() throws Exception {
        Path plan = plan();
        merger.verified(null);
        assertEquals(Collections.singletonList(plan), reported);
    }

    @Test
    public void verificationWithoutAnUpgradeHasNoReportToBeTakenInto() {
        merger.verified(null);
        assertEquals(Collections.emptyList(), reported);
    }

    @Test
    public void commandThatIsAtWorkWritesTheReportItself() throws Exception {
        plan();
        thrown = UpgradeError.UPGRADE_LOCKED.at("", "Another command is at work.");
        merger.verified(null);
        assertEquals(1, reported.size());
    }

    @Test
    public void otherErrorsAreNotKeptQuiet() throws Exception {
        plan();
        thrown = UpgradeError.STATE_WRITE.at("", "The disk is full.");
        assertThrows(UpgradeException.class, () -> merger.verified(null));
    }

    private Path plan() throws Exception {
        Path directory = home.newFolder("repository", "upgrade").toPath();
        return Files.createFile(directory.resolve("upgrade.properties"));
    }

    private final class Reporting implements Upgrader {

        @Override
        public UpgradeReport report(Path plan) {
            reported.add(plan);
            if (thrown != null) {
                throw thrown;
            }
            return null;
        }

        @Override
        public StepReport run(Path plan, StepName step, StepOptions options, UpgradeListener listener) {
            throw new AssertionError("not asked for");
        }

        @Override
        public UpgradeReport runAll(Path plan, StepName until, StepOptions options, UpgradeListener listener) {
            throw new AssertionError("not asked for");
        }

        @Override
        public UpgradeReport status(Path plan) {
            throw new AssertionError("not asked for");
        }
    }
}
