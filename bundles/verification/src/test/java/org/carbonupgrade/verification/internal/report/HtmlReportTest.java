package org.carbonupgrade.verification.internal.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.junit.Before;
import org.junit.Test;

public class HtmlReportTest {

    private String html;

    @Before
    public void setUp() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(SampleReport.withTroubles(), out);
        html = out.toString("UTF-8");
    }

    @Test
    public void asksTheNetworkForNothing() {
        Matcher reference = Pattern.compile("(?i)https?:|\\bsrc\\s*=|\\bhref\\s*=|@import|url\\(|<link|<script|<iframe")
                .matcher(html);
        assertFalse(reference.find() ? reference.group() : "", reference.reset().find());
    }

    @Test
    public void showsWhatIsInTheReport() {
        for (String shown : new String[] {
            "The server is not proven to work",
            "2026-11-01-a",
            "vfabcdefgh",
            "WSO2 Carbon Framework v4.5.1",
            "1 November 2026, 23:30:00 UTC",
            "4.4 s",
            "VF_CLAIMS_DIFFER",
            "Compare the character set",
            "COULD NOT RUN",
            "refused logins",
            "1\u202F234\u202F567",
            "1.2 s",
            "7 ms"
        }) {
            assertTrue(shown, html.contains(shown));
        }
    }

    @Test
    public void whatIsFineHasNoCodeToLookUp() {
        assertTrue(html.contains("user store A: fine"));
        assertFalse(html.contains("VF_OK"));
    }

    @Test
    public void takesMarkupForText() {
        assertTrue(html, html.contains("&lt;script&gt;"));
        assertTrue(html, html.contains("/opt/wso2 &amp; sons/new"));
    }

    @Test
    public void fillsEveryPlaceOfTheTemplate() {
        assertFalse(html.contains("{{"));
        assertEquals(html.split("<section").length - 1, html.split("</section>").length - 1);
        assertEquals(3, html.split("<section").length - 1);
    }

    @Test
    public void saysWhatWasLeftOut() throws Exception {
        assertFalse(html.contains("Not the whole"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(
                new VerificationReport(
                        VerificationRequest.defaults().readOnly().tagged(Arrays.asList("data", "server")),
                        "vf",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        SampleReport.withTroubles().server(),
                        Collections.emptyList()),
                out);
        assertTrue(out.toString("UTF-8")
                .contains("Not the whole</dt><dd>only checks that make nothing in the server;"
                        + " only checks with the tag data or server</dd>"));
    }
}
