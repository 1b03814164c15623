package org.carbonupgrade.internal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.IOUtils;

/** Plans to fill in. */
public final class SamplePlan {

    private SamplePlan() {}

    /** Of an upgrade. */
    public static String text() {
        return text("sample.properties");
    }

    /** Of two databases. */
    public static String ofPair() {
        return text("sample-pair.properties");
    }

    private static String text(String name) {
        try (InputStream sample = SamplePlan.class.getResourceAsStream(name)) {
            return IOUtils.toString(sample, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle has lost its own sample plan", e);
        }
    }
}
