package org.carbonupgrade.verification.internal.server;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LoggedErrorsTest {

    private static final Instant START = LocalDateTime.of(2026, 11, 22, 22, 31, 12, 999_000_000)
            .atZone(ZoneId.systemDefault())
            .toInstant();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path log;

    @Before
    public void setUp() throws Exception {
        log = folder.newFile().toPath();
    }

    @Test
    public void errorsOfBothKindsOfLogAreFound() throws Exception {
        write(
                "TID: [-1234] [] [2026-11-22 22:31:13,537]  INFO {org.wso2.carbon.A} - Starting [ERROR] now",
                "TID: [-1234] [] [2026-11-22 22:31:14,001] ERROR {org.wso2.carbon.B} - broken",
                "java.lang.IllegalStateException: ERROR of nobody",
                "\tat org.wso2.carbon.B.b(B.java:1)",
                "TID: [0] [ESB] [2026-11-22 22:31:15,001] tenant FATAL {org.wso2.carbon.C} -  worse",
                "[2026-11-22 22:31:16,001] FATAL {org.wso2.carbon.D} - worst");

        LoggedErrors errors = LoggedErrors.since(START, time -> false, log, 10);

        assertEquals(
                Arrays.asList(
                        "TID: [-1234] [] [2026-11-22 22:31:14,001] ERROR {org.wso2.carbon.B} - broken",
                        "[2026-11-22 22:31:16,001] FATAL {org.wso2.carbon.D} - worst"),
                errors.first());
        assertEquals(2, errors.count());
        assertEquals(3, errors.lines());
    }

    @Test
    public void whatWasLoggedBeforeTheStartIsLeftOutToTheSecond() throws Exception {
        write(
                "TID: [] [] [2026-11-22 22:31:11,999] ERROR {a.B} - of the run before",
                "TID: [] [] [2026-11-22 22:31:12,000] ERROR {a.B} - of this one",
                "TID: [] [] [2026-11-22 22:31:13,000] DEBUG {a.B} - fine");

        LoggedErrors errors = LoggedErrors.since(START, time -> false, log, 10);

        assertEquals(1, errors.count());
        assertEquals(2, errors.lines());
        assertTrue(errors.first().get(0).endsWith("of this one"));
    }

    @Test
    public void whatWasLoggedWhileAVerificationWasAtWorkIsLeftOut() throws Exception {
        OwnTimes own = new OwnTimes();
        own.begin();
        LocalDateTime during = LocalDateTime.now().plusNanos(2_000_000);
        Thread.sleep(10);
        own.end();
        Thread.sleep(10);
        LocalDateTime after = LocalDateTime.now();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
        write(
                "TID: [] [] [" + time.format(during) + "] ERROR {a.B} - of the verification",
                "TID: [] [] [" + time.format(after) + "] ERROR {a.B} - of the server");

        LoggedErrors errors = LoggedErrors.since(START, own::cover, log, 10);

        assertEquals(1, errors.count());
        assertTrue(errors.first().get(0).endsWith("of the server"));
    }

    @Test
    public void moreErrorsThanWantedAreCounted() throws Exception {
        String[] lines = new String[50];
        Arrays.fill(lines, "TID: [] [] [2026-11-22 22:31:13,000] ERROR {a.B} - again");
        write(lines);

        LoggedErrors errors = LoggedErrors.since(START, time -> false, log, 20);

        assertEquals(50, errors.count());
        assertEquals(20, errors.first().size());
    }

    @Test
    public void linesOfAnyLengthAndBytesThatAreNoTextDoNoHarm() throws Exception {
        byte[] bytes = ("TID: [] [] [2026-11-22 22:31:13,000] ERROR {a.B} - x" + longText() + "\n"
                        + "TID: [] [] [2026-11-22 22:31:13,000] ERROR {a.B} - \u00ff!")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(log, bytes);

        LoggedErrors errors = LoggedErrors.since(START, time -> false, log, 20);

        assertEquals(2, errors.count());
        assertEquals(500, errors.first().get(0).length());
        assertTrue(errors.first().get(1).endsWith("{a.B} - \ufffd!"));
    }

    private static String longText() {
        char[] text = new char[1_000_000];
        Arrays.fill(text, 'x');
        return new String(text);
    }

    private void write(String... lines) throws Exception {
        Files.write(log, Arrays.asList(lines), StandardCharsets.UTF_8);
    }
}
