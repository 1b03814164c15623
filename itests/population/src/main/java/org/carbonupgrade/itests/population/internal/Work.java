package org.carbonupgrade.itests.population.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.itests.population.Inspection;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.PopulationFiles;

/** Does what the mode file asks for and leaves either the file {@code done} or the file {@code failed}. */
final class Work implements Runnable {

    private static final Log LOG = LogFactory.getLog(Work.class);

    private final Carbon carbon;
    private final PopulationFiles files;

    Work(Carbon carbon) {
        this.carbon = carbon;
        this.files = PopulationFiles.of(carbon.home());
    }

    @Override
    public void run() {
        if (!Files.exists(files.mode())) {
            LOG.info("Population: nothing to do, there is no " + files.mode());
            return;
        }
        try {
            signal(files.done(), work());
        } catch (Exception | LinkageError e) {
            LOG.error("Population failed", e);
            signal(files.failed(), stackTrace(e));
        }
    }

    private String work() throws Exception {
        String[] mode = new String(Files.readAllBytes(files.mode()), StandardCharsets.UTF_8)
                .trim()
                .split("\\s+");
        switch (mode[0]) {
            case "populate":
                if (Files.exists(files.manifest())) {
                    throw new IllegalStateException("this home is populated already: " + files.manifest());
                }
                Manifest manifest = new Populate(carbon, mode.length > 1 ? Long.parseLong(mode[1]) : 1).run();
                manifest.write(files.manifest());
                return "populated " + manifest.tenants.size() + " tenants";
            case "inspect":
                Inspection inspection = new Inspect(carbon, Manifest.read(files.manifest())).run();
                inspection.write(files.inspection());
                return "inspected: " + inspection.differences().size() + " differences in "
                        + inspection.findings.size();
            default:
                throw new IllegalArgumentException("neither populate nor inspect: " + mode[0]);
        }
    }

    private static void signal(Path file, String text) {
        try {
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("Population: wrote " + file);
        } catch (IOException e) {
            LOG.error("Population: cannot write " + file, e);
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
