package org.carbonupgrade.verification.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carbonupgrade.verification.VerificationReport;
import org.carbonupgrade.verification.VerificationRequest;
import org.carbonupgrade.verification.internal.files.AtomicFile;

/**
 * The files that a verification's report is written to. The report of a part has names of its own: it proves less, and does not
 * take the place of a whole one.
 */
public final class Reports {

    /** What the files are called of a verification that only removed what another had left. */
    public static final String CLEANING = "verification-clean";

    private final Path directory;
    private final String name;

    private Reports(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /** Where the report of a verification goes that was asked for in this way. */
    public static Reports of(VerificationRequest request, Path directory) {
        return new Reports(directory, name(request));
    }

    /** What the files are called of a verification that was asked for in this way, up to the dot. */
    public static String name(VerificationRequest request) {
        return request.isWhole() ? "verification" : "verification-part";
    }

    /** Where the report goes of a verification that only removed what another had left. */
    public static Reports ofCleaning(Path directory) {
        return new Reports(directory, CLEANING);
    }

    /** Where people find the report. */
    public Path html() {
        return directory.resolve(name + ".html");
    }

    /** Takes the signal that a verification is done away before the next one begins. */
    public void withdraw() throws IOException {
        Files.deleteIfExists(json());
    }

    /** Writes all of them, each whole or not at all. The JSON comes last: whoever sees it finds the others. */
    public void write(VerificationReport report) throws IOException {
        AtomicFile.write(html(), out -> HtmlReport.write(report, out));
        AtomicFile.write(directory.resolve(name + ".xml"), out -> JunitReport.write(report, out));
        AtomicFile.write(json(), out -> JsonReport.write(report, out));
    }

    private Path json() {
        return directory.resolve(name + ".json");
    }
}
