package org.carbonupgrade.internal.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.DataSource;
import org.carbonupgrade.internal.home.DataSourceFiles;
import org.carbonupgrade.internal.step.Workplace;

/**
 * What keeps the new server from coming up, as far as its configuration tells. Without a data source of its own Carbon waits for
 * ever instead of starting: a server that is not up cannot verify itself, and somebody else has to say what it lacks.
 */
public final class StartObstacles {

    private StartObstacles() {}

    /** In the place of the verification's report; empty if nothing stands in its way that we know of. */
    public static Optional<StepReport> of(Workplace workplace) {
        Instant started = Instant.now();
        List<Finding> findings = new ArrayList<>();
        try {
            Set<String> there = DataSourceFiles.of(workplace.newHome()).stream()
                    .map(DataSource::name)
                    .collect(Collectors.toSet());
            for (DataSource source : DataSourceFiles.of(workplace.oldHome())) {
                if (!there.contains(source.name())) {
                    findings.add(missing(source, workplace));
                }
            }
        } catch (UpgradeException e) {
            findings.add(e.finding());
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new StepReport(
                        StepName.VERIFY,
                        Status.worst(findings.stream().map(Finding::status).collect(Collectors.toList())),
                        started,
                        Instant.now(),
                        Collections.singletonMap("verification", "has not run"),
                        findings));
    }

    private static Finding missing(DataSource source, Workplace workplace) {
        String called =
                source.name() + source.jndi().map(jndi -> " (" + jndi + ")").orElse("");
        return UpgradeError.VERIFY_DATA_SOURCE_GONE.found(
                Status.FAIL,
                workplace.newHome().conf().resolve("datasources").toString(),
                "The new home has lost the data source " + called + " of the old home, and has not verified itself.");
    }
}
