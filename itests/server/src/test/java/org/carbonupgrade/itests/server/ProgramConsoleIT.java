package org.carbonupgrade.itests.server;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The program without a command: a console for many. */
public class ProgramConsoleIT {

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    @Test(timeout = 60_000)
    public void takesCommandsUntilItsInputEnds() throws IOException {
        Program.Answer answer = Program.answer(saying("upgrade:help\nstatus\n"));
        assertThat(answer.output(), containsString("Ctrl-D leaves"));
        assertThat(answer.output(), containsString("judges every prerequisite"));
        assertThat(answer.output(), containsString("PLAN_MISSING"));
        assertThat(answer.output(), containsString("none.properties"));
        assertEquals(answer.output(), 0, answer.status());
        assertArrayEquals(new String[0], temporary.getRoot().list());
    }

    @Test(timeout = 60_000)
    public void leavesNothingBehindWhenItIsStopped() throws Exception {
        Process program = saying("upgrade:help\n");
        hear(program, "judges every prerequisite");
        program.destroy();
        program.waitFor();
        assertArrayEquals(new String[0], temporary.getRoot().list());
    }

    private Process saying(String commands) throws IOException {
        Process program = Program.start("-Djava.io.tmpdir=" + temporary.getRoot(), "--plan", "none.properties");
        program.getOutputStream().write(commands.getBytes(StandardCharsets.UTF_8));
        program.getOutputStream().flush();
        return program;
    }

    private static void hear(Process program, String words) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(words) < 0) {
            int next = program.getInputStream().read();
            assertThat(heard.toString(), next >= 0);
            heard.append((char) next);
        }
    }
}
