package org.carbonupgrade.internal.osgi;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.carbonupgrade.StepName;
import org.carbonupgrade.StepOptions;
import org.carbonupgrade.StepReport;
import org.carbonupgrade.UpgradeListener;
import org.carbonupgrade.UpgradeReport;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.internal.PlannedUpgrader;
import org.carbonupgrade.internal.artifacts.CarryArtifacts;
import org.carbonupgrade.internal.backup.BackUpHome;
import org.carbonupgrade.internal.check.CheckPrerequisites;
import org.carbonupgrade.internal.configure.MergeConfiguration;
import org.carbonupgrade.internal.install.InstallVerification;
import org.carbonupgrade.internal.staging.CheckSchema;
import org.carbonupgrade.internal.staging.CompareDatabases;
import org.carbonupgrade.internal.staging.CopyDatabases;
import org.carbonupgrade.internal.step.Steps;
import org.carbonupgrade.internal.verify.ServerVerifier;
import org.carbonupgrade.internal.verify.VerifyServer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Offers the upgrader as a service: the steps of an upgrade, in one place. */
@Component(service = Upgrader.class)
public final class UpgraderComponent implements Upgrader {

    private final AtomicReference<ServerVerifier> verifier = new AtomicReference<>();
    private volatile Upgrader upgrader;

    /** The upgrader without a framework. */
    public static Upgrader of(DatabaseCopier copier) {
        UpgraderComponent component = new UpgraderComponent();
        component.bindCopier(copier);
        return component;
    }

    @Reference(unbind = "unbindCopier")
    void bindCopier(DatabaseCopier copier) {
        Steps steps = new Steps(Arrays.asList(
                new CheckPrerequisites(),
                new BackUpHome(),
                new CopyDatabases(),
                new CompareDatabases(),
                new CheckSchema(),
                new MergeConfiguration(),
                new CarryArtifacts(),
                new InstallVerification(),
                new VerifyServer(() -> Optional.ofNullable(verifier.get()))));
        upgrader = new PlannedUpgrader(copier, steps);
    }

    void unbindCopier(DatabaseCopier copier) {
        upgrader = null;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "unbindVerifier")
    void bindVerifier(ServerVerifier server) {
        verifier.set(server);
    }

    void unbindVerifier(ServerVerifier server) {
        verifier.compareAndSet(server, null);
    }

    @Override
    public StepReport run(Path plan, StepName step, StepOptions options, UpgradeListener listener) {
        return upgrader.run(plan, step, options, listener);
    }

    @Override
    public UpgradeReport runAll(Path plan, StepName until, StepOptions options, UpgradeListener listener) {
        return upgrader.runAll(plan, until, options, listener);
    }

    @Override
    public UpgradeReport status(Path plan) {
        return upgrader.status(plan);
    }

    @Override
    public UpgradeReport report(Path plan) {
        return upgrader.report(plan);
    }
}
