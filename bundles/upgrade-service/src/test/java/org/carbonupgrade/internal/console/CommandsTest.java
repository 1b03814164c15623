package org.carbonupgrade.internal.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.Upgrader;
import org.junit.Test;

public class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Status status = Status.OK;
    private UpgradeException thrown;
    private Path plan;
    private StepOptions options;
    private boolean slow;

    @Test
    public void exitStatusSaysHowItWent() {
        assertEquals(0, command("copy"));
        status = Status.WARN;
        assertEquals(0, command("copy"));
        status = Status.FAIL;
        assertEquals(1, command("copy"));
        assertEquals("a failed check begins nothing", 2, command("check"));
        status = Status.COULD_NOT_RUN;
        assertEquals(1, command("compare"));
        thrown = new UpgradeException("CODE", "what", "where", "remedy", true, null);
        assertEquals(2, command("copy"));
        thrown = new UpgradeException("CODE", "what", "where", "remedy", false, null);
        assertEquals(1, command("copy"));
        assertEquals(64, command("copi"));
    }

    @Test
    public void anErrorSaysWhatWhereAndHowToMend() {
        thrown = new UpgradeException("THE_CODE", "It broke.", "/the/place", "Mend it.", true, null);
        command("copy");
        String[] lines = out.toString().split("\n");
        assertEquals("FAIL  THE_CODE  It broke.", lines[0]);
        assertEquals("        where   /the/place", lines[1]);
        assertEquals("        mend    Mend it.", lines[2]);
    }

    @Test
    public void thePlanCanBeNamedBeforeAndBehindTheCommand() {
        command("--plan", "/a/plan", "copy");
        assertEquals("/a/plan", plan.toString());
        command("copy", "--plan", "/b/plan");
        assertEquals("/b/plan", plan.toString());
        command("copy");
        assertEquals("upgrade.properties", plan.getFileName().toString());
    }

    @Test
    public void optionsReachTheirStep() {
        command("schema", "--apply");
        assertTrue(options.has("apply"));
        command("configure", "--take", "old", "a.xml#x", "--take", "new", "b.xml");
        assertEquals("[old, a.xml#x, new, b.xml]", options.values("take").toString());
        assertEquals("of another command", 64, command("copy", "--apply"));
    }

    @Test
    public void everyCommandHasHelp() {
        for (Command command : Command.values()) {
            out.reset();
            assertEquals(0, command("help", command.word()));
            assertTrue(command.word(), out.toString().contains(command.word()));
        }
        assertEquals(0, command());
        assertEquals(0, command("--help"));
        out.reset();
        assertEquals(0, command("copydb", "--help"));
        assertTrue(out.toString(), out.toString().contains("staging.url"));
        assertEquals(64, command("help", "frobnicate"));
    }

    @Test
    public void wordsWithoutSenseAreAnsweredByWhatIsPossible() {
        assertEquals(64, command("copi"));
        assertTrue(out.toString(), out.toString().contains("There is no command \"copi\"."));
        assertTrue(out.toString(), out.toString().contains("\n  copy "));
        out.reset();
        assertEquals(64, command("configure", "--drie-run"));
        assertTrue(out.toString(), out.toString().contains("--drie-run"));
        assertTrue(out.toString(), out.toString().contains("\n  --dry-run "));
        out.reset();
        assertEquals(64, command("plan", "--simple"));
        assertTrue(out.toString(), out.toString().contains("\n  --sample "));
        out.reset();
        assertEquals(64, command("status", "now"));
        assertTrue(out.toString(), out.toString().contains("does not understand \"now\"."));
        assertTrue(out.toString(), out.toString().contains("\n  --plan <FILE> "));
    }

    @Test
    public void longWorkShowsHowFarItIs() {
        slow = true;
        new Commands(upgrader(), null).run(Collections.singletonList("copy"), new PrintStream(out), true);
        assertTrue(out.toString(), out.toString().contains("copy DB: 5 of 10 rows (50 %), 3.0 MB"));
    }

    @Test
    public void whatNobodyExpectedEndsTheCommandWithAStatusToo() {
        assertEquals(1, command("status"));
        assertTrue(out.toString(), out.toString().contains("UNEXPECTED"));
    }

    private int command(String... words) {
        return new Commands(upgrader(), null).run(Arrays.asList(words), new PrintStream(out), false);
    }

    private Upgrader upgrader() {
        return new Upgrader() {
            @Override
            public StepReport run(Path file, StepName step, StepOptions given, UpgradeListener listener) {
                plan = file;
                options = given;
                if (thrown != null) {
                    throw thrown;
                }
                if (slow) {
                    work(listener);
                }
                Instant now = Instant.now();
                return new StepReport(step, status, now, now, Collections.emptyMap(), Collections.emptyList());
            }

            @Override
            public UpgradeReport runAll(Path file, StepName until, StepOptions options, UpgradeListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public UpgradeReport status(Path file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public UpgradeReport report(Path file) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static void work(UpgradeListener listener) {
        listener.begins(StepName.COPY);
        listener.part("DB", "rows");
        listener.expect(10);
        listener.done(5, 3 << 20);
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
