package org.carbonupgrade.verification.internal.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.TreeSet;
import org.carbonupgrade.verification.VerificationRequest;
import org.junit.Test;

public class WordsTest {

    private static final VerificationRequest GROUND =
            VerificationRequest.defaults().forUpgrade("u-1");

    @Test
    public void changeWhatAnUpgradeHasAskedFor() {
        VerificationRequest request = request("--read-only", "--force", "--tags", "users, data,");

        assertTrue(request.isReadOnly());
        assertTrue(request.isForced());
        assertEquals(new TreeSet<>(Arrays.asList("data", "users")), request.tags());
        assertEquals("u-1", request.upgradeId().get());
        assertFalse(request.isWhole());
    }

    @Test
    public void noneOfThemLeaveItAsItIs() {
        VerificationRequest request = request();

        assertTrue(request.isWhole());
        assertFalse(request.isForced());
    }

    @Test
    public void onesThatAreNotKnownAreNamedWithThoseThatAre() {
        assertEquals(
                "verification:run does not understand \"--tag\";"
                        + " it understands [--tags TAG,TAG] [--read-only] [--force]",
                assertThrows(IllegalArgumentException.class, () -> request("--tag", "users"))
                        .getMessage());
    }

    @Test
    public void tagsMustBeNamed() {
        for (String[] words : new String[][] {{"--tags"}, {"--tags", " , "}}) {
            assertEquals(
                    "--tags lacks its tags: --tags users,data",
                    assertThrows(IllegalArgumentException.class, () -> request(words))
                            .getMessage());
        }
    }

    private static VerificationRequest request(String... words) {
        return Words.request(Arrays.asList(words), GROUND);
    }
}
