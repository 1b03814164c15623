package org.carbonupgrade.itests.support;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.startsWith;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.BeforeClass;
import org.junit.Test;

public class ServeUntilIT {

    private static Home home;

    @BeforeClass
    public static void makeHome() {
        home = Homes.stock("served");
    }

    @Test
    public void stopsTheServerOnceTheFileIsThere() throws Exception {
        Process program = program("bin/wso2server.sh");
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(output, 0, program.waitFor());
        assertThat(output, containsString("stopped"));
        assertEquals(Optional.empty(), server());
    }

    @Test
    public void terminatedProgramLeavesNoServerBehind() throws Exception {
        Process program = serving();
        ProcessHandle server = server().orElseThrow();
        program.destroy();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    public void killedProgramLeavesNoServerBehind() throws Exception {
        Process program = serving();
        ProcessHandle server = server().orElseThrow();
        program.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    /** A program whose server has started. */
    private static Process serving() throws IOException {
        Process program = program("never-written");
        BufferedReader output = program.inputReader();
        assertThat(output.readLine(), startsWith("starting"));
        assertThat(output.readLine(), startsWith("started"));
        return program;
    }

    private static Process program(String file) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServeUntil.class.getName(),
                        home.toString(),
                        file,
                        "300")
                .redirectErrorStream(true)
                .start();
    }

    /** The JVM of the home's server, by the file in which it notes its id, padded with zero bytes. */
    private static Optional<ProcessHandle> server() throws IOException {
        String id = Files.readString(home.resolve("wso2carbon.pid"))
                .replace("\0", "")
                .strip();
        return ProcessHandle.of(Long.parseLong(id));
    }
}
