package org.carbonupgrade.internal.plan;

import static org.junit.Assert.assertEquals;

import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.internal.Refusal;
import org.carbonupgrade.internal.UpgradeError;
import org.junit.Test;

public class SecretsTest {

    private final List<String> asked = new ArrayList<>();
    private final Secrets secrets =
            new Secrets(Paths.get("."), Collections.singletonMap("DB_PASSWORD", "from-env")::get, key -> {
                asked.add(key);
                return "typed";
            });

    @Test
    public void takesValuesFromTheEnvironment() {
        assertEquals("from-env", secrets.resolve("staging.A.password", "${env:DB_PASSWORD}"));
    }

    @Test
    public void asksOnceForEachKey() {
        assertEquals("typed", secrets.resolve("staging.A.password", "${prompt}"));
        assertEquals("typed", secrets.resolve("staging.A.password", "${prompt}"));
        assertEquals("typed", secrets.resolve("staging.B.password", "${prompt}"));
        assertEquals("[staging.A.password, staging.B.password]", asked.toString());
    }

    @Test
    public void leavesAloneWhatIsNoReference() {
        assertEquals("${carbon.home}/x", secrets.resolve("k", "${carbon.home}/x"));
        assertEquals("a${env:DB_PASSWORD}", secrets.resolve("k", "a${env:DB_PASSWORD}"));
    }

    @Test
    public void refusesToAskWhereThereIsNobody() {
        Secrets silent = new Secrets(Paths.get("."), name -> null, key -> null);
        Refusal.expect(
                UpgradeError.PLAN_SECRET,
                "staging.A.password",
                () -> silent.resolve("staging.A.password", "${prompt}"));
    }
}
