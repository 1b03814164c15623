package org.carbonupgrade.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.json.Json;
import org.carbonupgrade.internal.state.Durable;

/** A report in a file of the operator's choice, as {@code reports/STEP.json} of an upgrade. */
public final class ReportFile {

    private final Path file;

    private ReportFile(Path file) {
        this.file = file;
    }

    /**
     * A file that a report can be written to; known before hours of work are done.
     *
     * @throws org.carbonupgrade.UpgradeException if it can't
     */
    public static ReportFile at(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        if (directory == null || Files.isDirectory(absolute)) {
            throw UpgradeError.REPORT_PLACE.at(absolute.toString(), "The report is to be a file; this is a directory.");
        }
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw UpgradeError.REPORT_PLACE.at(
                    absolute.toString(), "The report's directory is not there or cannot be written to.");
        }
        return new ReportFile(absolute);
    }

    /** Replaces the file. A new one is readable by its owner alone: a report can show values of a database. */
    public void write(StepReport report) {
        try {
            if (!Files.exists(file) && Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw UpgradeError.STATE_WRITE.at(file.toString(), "The file cannot be written: " + e, e);
        }
        Durable.write(file, Json.text(StepReportJson.write(report)));
    }
}
