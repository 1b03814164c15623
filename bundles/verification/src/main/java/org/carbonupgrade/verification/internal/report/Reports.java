package org.carbonupgrade.verification.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.internal.files.AtomicFile;

/** The files that a verification's report is written to. */
public final class Reports {

    private final Path directory;

    public Reports(Path directory) {
        this.directory = directory;
    }

    /** Where people find the report. */
    public Path html() {
        return directory.resolve("verification.html");
    }

    /** Takes the signal that a verification is done away before the next one begins. */
    public void withdraw() throws IOException {
        Files.deleteIfExists(json());
    }

    /** Writes all of them, each whole or not at all. The JSON comes last: whoever sees it finds the others. */
    public void write(VerificationReport report) throws IOException {
        AtomicFile.write(html(), out -> HtmlReport.write(report, out));
        AtomicFile.write(directory.resolve("verification.xml"), out -> JunitReport.write(report, out));
        AtomicFile.write(json(), out -> JsonReport.write(report, out));
    }

    private Path json() {
        return directory.resolve("verification.json");
    }
}
