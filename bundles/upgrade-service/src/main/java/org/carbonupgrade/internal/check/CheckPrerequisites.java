package org.carbonupgrade.internal.check;

import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.Status;
import org.carbonupgrade.StepName;
import org.carbonupgrade.UpgradeException;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.database.DatabaseErrors;
import org.carbonupgrade.internal.step.Step;
import org.carbonupgrade.internal.step.StepRun;

/** Judges every prerequisite of the upgrade, and changes nothing. */
public final class CheckPrerequisites implements Step {

    @Override
    public StepName name() {
        return StepName.CHECK;
    }

    @Override
    public void run(StepRun run) {
        run.found(run.workplace().databases().problems());
        for (Prerequisite prerequisite : all()) {
            try {
                prerequisite.judge(run.workplace(), run::found);
            } catch (UpgradeException e) {
                run.found(e.finding());
            } catch (DbCopyException e) {
                run.found(DatabaseErrors.finding(e));
            }
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

    private static List<Prerequisite> all() {
        OtherSessions others = new OtherSessions();
        return Arrays.asList(
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
