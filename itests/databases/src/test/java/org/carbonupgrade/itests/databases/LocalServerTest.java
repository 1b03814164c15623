package org.carbonupgrade.itests.databases;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.commons.io.FileUtils;
import org.junit.Test;

/** Servers go with the JVM that started them: nobody has to look for what tests left behind. */
public class LocalServerTest {

    private static final int PATIENCE_SECONDS = 30;

    @Test
    public void endsWithAJvmThatIsKilled() throws Exception {
        assertEndsWithTheJvmAfter();
    }

    /** The shell and the server are told as well. */
    @Test
    public void endsWithAJvmWhoseTerminalTellsEverybodyToEnd() throws Exception {
        assertEndsWithTheJvmAfter("-INT", "-HUP");
    }

    @Test
    public void holdsWhatItHeldWhenItIsKilled() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            Path kept = server.write("data/kept", "kept");
            List<String> processes = new ArrayList<>(Processes.childrenOf(process(server.directory())));
            processes.add(process(server.directory()));

            server.kill();

            assertTrue("some still run", processes.stream().allMatch(Processes::ended));
            server.restart();
            assertTrue("kept", Files.exists(kept));
        }
    }

    @Test(timeout = PATIENCE_SECONDS * 1000)
    public void saysAtOnceWhyItDoesNotComeUp() {
        IOException refusal = assertThrows(IOException.class, () -> PostgresServer.start("no_such_setting=1"));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("no_such_setting"));
    }

    private static void assertEndsWithTheJvmAfter(String... signals) throws Exception {
        // A group of its own: this JVM is not among those that are told.
        Process jvm = new ProcessBuilder(
                        "setsid",
                        Paths.get(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Servers.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Path> directories = new ArrayList<>();
        List<String> processes = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            String id = output.readLine();
            while (directories.size() < 2) {
                Path directory = Paths.get(output.readLine());
                directories.add(directory);
                processes.add(process(directory));
            }
            assertFalse(processes.stream().anyMatch(Processes::ended));

            for (String signal : signals) {
                assertTrue(signal, kill(signal, "-" + id));
            }
            jvm.destroyForcibly().waitFor();

            await(() -> processes.stream().allMatch(Processes::ended));
            await(() -> directories.stream().noneMatch(Files::exists));
        } finally {
            jvm.destroyForcibly();
            for (String process : processes) {
                if (!Processes.ended(process)) {
                    kill("-KILL", process);
                }
            }
        }
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!what.getAsBoolean()) {
            assertTrue("a server is left, or its files", System.nanoTime() < deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean kill(String signal, String whom) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", signal, "--", whom).start().waitFor() == 0;
    }

    private static String process(Path directory) throws IOException {
        return FileUtils.readFileToString(directory.resolve("process").toFile(), StandardCharsets.UTF_8)
                .trim();
    }

    /** What runs in the other JVM: says its id, and where its servers are. */
    public static final class Servers {

        private Servers() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println(Paths.get("/proc/self").toRealPath().getFileName());
            for (LocalServer server : Arrays.asList(PostgresServer.start(), MariaDbServer.start())) {
                System.out.println(server.directory());
            }
            TimeUnit.MINUTES.sleep(5);
        }
    }
}
