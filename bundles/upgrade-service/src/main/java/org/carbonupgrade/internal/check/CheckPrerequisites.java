package org.carbonupgrade.internal.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabaseErrors;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;
import org.carbonupgrade.internal.step.Workplace;

/** Judges every prerequisite of the upgrade, and changes nothing. */
public final class CheckPrerequisites implements Step {

    @Override
    public StepName name() {
        return StepName.CHECK;
    }

    @Override
    public void run(StepRun run) {
        Set<List<String>> said = new HashSet<>();
        Consumer<Finding> found = finding -> {
            // What several prerequisites stumble over is said once.
            if (said.add(Arrays.asList(finding.code(), finding.where(), finding.what()))) {
                run.found(finding);
            }
        };
        for (Prerequisite prerequisite : all()) {
            judge(prerequisite, run.workplace(), found);
        }
        for (Status status : Status.values()) {
            long findings = run.findings().stream()
                    .filter(finding -> finding.status() == status)
                    .count();
            if (findings > 0) {
                run.figure(status.name(), findings);
            }
        }
    }

    /** One that breaks off keeps no other from being judged. */
    private static void judge(Prerequisite prerequisite, Workplace workplace, Consumer<Finding> found) {
        try {
            prerequisite.judge(workplace, found);
        } catch (UpgradeException e) {
            found.accept(e.finding());
        } catch (DbCopyException e) {
            found.accept(DatabaseErrors.finding(e));
        } catch (RuntimeException | StackOverflowError e) {
            found.accept(UpgradeError.UNEXPECTED.found(
                    Status.COULD_NOT_RUN,
                    prerequisite.getClass().getSimpleName(),
                    "The prerequisite could not be judged: " + e));
        }
    }

    private static List<Prerequisite> all() {
        OtherSessions others = new OtherSessions();
        return Arrays.asList(
                new UnderstoodDatabases(),
                new Versions(),
                new OwnPathFiles(),
                new JavaVersion(),
                new XmlConfiguration(),
                new StartScripts(),
                new StoppedServers(),
                new UsedPorts(),
                new ReadableDatabases(),
                new DataSourceUsers(),
                new RemovedTypes(),
                new CreateScriptsThere(),
                new QuietDatabases(others),
                new RecentActivity(others),
                new EmptyStaging(),
                new AlikeServers(),
                new StagingRights(),
                new AcceptedDrivers(),
                new MountedDatabases(),
                new ForbiddenDuplicates(),
                new TenantsHaveHomes(),
                new DecryptableSecrets(),
                new VaultSecrets(),
                new PlannedBackup(),
                new VanillaPack(),
                new Leftovers(),
                new DropinImports(),
                new StagingReach(),
                new FreeSpace());
    }
}
