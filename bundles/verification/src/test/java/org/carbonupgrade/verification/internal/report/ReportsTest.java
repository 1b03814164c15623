package org.carbonupgrade.verification.internal.report;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.carbonupgrade.verification.VerificationRequest;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ReportsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory;
    private Reports reports;

    @Before
    public void setUp() {
        directory = folder.getRoot().toPath().resolve("reports");
        reports = Reports.of(VerificationRequest.defaults(), directory);
    }

    @Test
    public void writesThreeFilesAndNothingElse() throws Exception {
        reports.write(SampleReport.withTroubles());

        String[] files = directory.toFile().list();
        Arrays.sort(files);
        assertArrayEquals(new String[] {"verification.html", "verification.json", "verification.xml"}, files);
    }

    @Test
    public void theSignalThatItIsDoneDoesNotComeWithoutTheOthers() throws Exception {
        Files.createDirectories(directory.resolve("verification.xml/occupied"));

        assertThrows(IOException.class, () -> reports.write(SampleReport.withTroubles()));
        assertFalse(Files.exists(directory.resolve("verification.json")));
    }

    @Test
    public void theNextVerificationTakesTheSignalAway() throws Exception {
        reports.withdraw();
        reports.write(SampleReport.withTroubles());
        reports.withdraw();

        assertFalse(Files.exists(directory.resolve("verification.json")));
        assertTrue(Files.exists(directory.resolve("verification.html")));
    }

    /** What only looked, or ran only some checks, proves less than what it would overwrite. */
    @Test
    public void thatOfAPartDoesNotTakeThePlaceOfAWholeOne() throws Exception {
        reports.write(SampleReport.withTroubles());
        byte[] whole = Files.readAllBytes(directory.resolve("verification.json"));
        for (VerificationRequest part : Arrays.asList(
                VerificationRequest.defaults().readOnly(),
                VerificationRequest.defaults().tagged(Arrays.asList("users")))) {
            Reports ofPart = Reports.of(part, directory);
            ofPart.withdraw();
            ofPart.write(SampleReport.withTroubles());
            assertEquals(directory.resolve("verification-part.html"), ofPart.html());
        }
        assertArrayEquals(whole, Files.readAllBytes(directory.resolve("verification.json")));
        assertTrue(Files.exists(directory.resolve("verification-part.json")));
    }
}
