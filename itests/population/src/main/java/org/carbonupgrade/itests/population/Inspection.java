package org.carbonupgrade.itests.population;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What became of everything in a manifest. */
public final class Inspection {

    public final List<Finding> findings;

    public Inspection(List<Finding> findings) {
        this.findings = findings;
    }

    public static Inspection read(Path file) throws IOException {
        return Json.read(file, Inspection.class);
    }

    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /** What is not as it was; empty if all is. */
    public List<Finding> differences() {
        return findings.stream().filter(finding -> !finding.isAsExpected()).collect(Collectors.toList());
    }

    /** How many things of a kind were looked at: an inspection that looked at nothing proves nothing. */
    public long count(String aspect) {
        return findings.stream()
                .filter(finding -> finding.aspect.equals(aspect))
                .count();
    }
}
