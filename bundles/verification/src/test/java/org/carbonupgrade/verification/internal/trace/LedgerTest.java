package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.TreeMap;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LedgerTest {

    private static final TableDigest DIGEST = TableDigest.parse("3:0123456789abcdef0123456789abcdef");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private Ledger ledger;

    @Before
    public void setUp() {
        file = new File(folder.getRoot(), "upgrade/ledger.jsonl").toPath();
        ledger = new Ledger(file);
    }

    @Test
    public void aServerThatStartsAgainFindsEverythingInItsOrder() {
        ledger.begin(digests());
        ledger.note(Made.Kind.USER_STORE, "VFABCS1");
        ledger.note(Made.Kind.USER, "vfabc-\"ü\"\n");

        Ledger next = new Ledger(file);
        assertTrue(next.exists());
        assertEquals(
                Arrays.asList(new Made(Made.Kind.USER_STORE, "VFABCS1"), new Made(Made.Kind.USER, "vfabc-\"ü\"\n")),
                next.made());
        assertEquals(digests().tables(), next.before().get().tables());
    }

    @Test
    public void aLineThatWasNotOnDiskAsAWholeIsLeftOut() throws Exception {
        ledger.begin(digests());
        ledger.note(Made.Kind.TENANT, "a.example");
        append("{\"made\":\"TENANT\",\"na");

        assertEquals(Collections.singletonList(new Made(Made.Kind.TENANT, "a.example")), new Ledger(file).made());
    }

    @Test
    public void aLedgerThatSomebodyChangedIsRefusedByName() throws Exception {
        for (String line :
                new String[] {"x", "", "[]", "{\"made\":\"MOON\",\"name\":\"x\"}", "{\"before\":{\"T\":\"x\"}}"}) {
            ledger.begin(digests());
            append(line + "\n");

            CannotGoOn refusal = assertThrows(line, CannotGoOn.class, () -> new Ledger(file).made());
            assertEquals("VF_LEDGER_UNREADABLE", refusal.entry().code());
            assertTrue(refusal.entry().what().contains(file.toString()));
        }
    }

    @Test
    public void nothingIsMadeBeforeItBeginsNorAfterItIsClosed() {
        assertThrows(IllegalStateException.class, () -> ledger.note(Made.Kind.USER, "early"));
        ledger.begin(digests());
        ledger.close();
        assertThrows(IllegalStateException.class, () -> ledger.note(Made.Kind.USER, "late"));
        assertTrue(ledger.made().isEmpty());
    }

    @Test
    public void beginningAnewForgetsWhatWasMadeBefore() {
        ledger.begin(digests());
        ledger.note(Made.Kind.USER, "old");
        ledger.begin(digests());

        assertTrue(ledger.made().isEmpty());
    }

    @Test
    public void theEndLeavesNoFile() {
        ledger.begin(digests());
        ledger.end();

        assertFalse(Files.exists(file));
        assertFalse(ledger.before().isPresent());
        assertTrue(ledger.made().isEmpty());
    }

    private void append(String text) throws Exception {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    private static TableDigests digests() {
        return new TableDigests(new TreeMap<>(Collections.singletonMap("DB UM_USER", DIGEST)));
    }
}
