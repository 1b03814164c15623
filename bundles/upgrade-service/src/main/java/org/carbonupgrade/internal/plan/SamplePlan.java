package org.carbonupgrade.internal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.IOUtils;

/** A plan to fill in. */
public final class SamplePlan {

    private SamplePlan() {}

    public static String text() {
        try (InputStream sample = SamplePlan.class.getResourceAsStream("sample.properties")) {
            return IOUtils.toString(sample, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle has lost its own sample plan", e);
        }
    }
}
