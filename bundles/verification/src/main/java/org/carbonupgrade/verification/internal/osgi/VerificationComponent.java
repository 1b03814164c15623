package org.carbonupgrade.verification.internal.osgi;

import java.lang.management.ManagementFactory;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.Verification;
import org.carbonupgrade.verification.VerificationListener;
import org.carbonupgrade.verification.internal.carbon.AxisServer;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.FrontDoor;
import org.carbonupgrade.verification.internal.checks.MigratedDataCheck;
import org.carbonupgrade.verification.internal.checks.SecretsCheck;
import org.carbonupgrade.verification.internal.checks.TenantsCheck;
import org.carbonupgrade.verification.internal.checks.UserStoresCheck;
import org.carbonupgrade.verification.internal.files.Places;
import org.carbonupgrade.verification.internal.run.CarbonVerification;
import org.carbonupgrade.verification.internal.server.ArtifactsCheck;
import org.carbonupgrade.verification.internal.server.BundlesCheck;
import org.carbonupgrade.verification.internal.server.ClusterCheck;
import org.carbonupgrade.verification.internal.server.ComponentsCheck;
import org.carbonupgrade.verification.internal.server.LogCheck;
import org.carbonupgrade.verification.internal.server.OwnTimes;
import org.carbonupgrade.verification.internal.server.PortsCheck;
import org.carbonupgrade.verification.internal.startup.VerificationOnStartup;
import org.carbonupgrade.verification.internal.trace.Ledger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.wso2.carbon.core.ServerStartupObserver;
import org.wso2.carbon.ndatasource.core.DataSourceService;
import org.wso2.carbon.user.core.service.RealmService;

/** Puts the verification together and offers it, once the server has users and data sources. */
@Component(
        service = {},
        immediate = true)
public final class VerificationComponent {

    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private RealmService realms;
    private DataSourceService dataSources;
    private BundlesStarted others;
    private volatile boolean stopping;

    @Activate
    void activate(BundleContext bundle) {
        Places places = new Places(Paths.get(Objects.requireNonNull(
                System.getProperty("carbon.home"), "the system property carbon.home is not set")));
        CarbonServer server = new CarbonServer(realms, dataSources, places);
        Ledger ledger = new Ledger(places.ledger());
        OwnTimes times = new OwnTimes();
        CarbonVerification verification =
                new CarbonVerification(server, ledger, this::checks, () -> stopping, listeners, times);
        for (Check check : builtIn(server, ledger, times, bundle)) {
            registrations.add(bundle.registerService(Check.class, check, null));
        }
        registrations.add(bundle.registerService(Verification.class, verification, null));
        others = new BundlesStarted(bundle);
        bundle.addFrameworkListener(others);
        VerificationOnStartup onStartup = new VerificationOnStartup(places, verification);
        registrations.add(
                bundle.registerService(ServerStartupObserver.class, new StartupHook(others, onStartup), null));
    }

    @Deactivate
    void deactivate(BundleContext bundle) {
        stopping = true;
        bundle.removeFrameworkListener(others);
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }

    @Reference(unbind = "unsetRealmService")
    void setRealmService(RealmService service) {
        realms = service;
    }

    void unsetRealmService(RealmService service) {
        realms = null;
    }

    @Reference(unbind = "unsetDataSourceService")
    void setDataSourceService(DataSourceService service) {
        dataSources = service;
    }

    void unsetDataSourceService(DataSourceService service) {
        dataSources = null;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "removeCheck")
    void addCheck(Check check) {
        checks.add(check);
    }

    void removeCheck(Check check) {
        checks.remove(check);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "removeListener")
    void addListener(VerificationListener listener) {
        listeners.add(listener);
    }

    void removeListener(VerificationListener listener) {
        listeners.remove(listener);
    }

    private Collection<Check> checks() {
        return new ArrayList<>(checks);
    }

    private static List<Check> builtIn(CarbonServer server, Ledger ledger, OwnTimes times, BundleContext bundle) {
        return Arrays.asList(
                new BundlesCheck(bundle),
                new ComponentsCheck(bundle),
                new ArtifactsCheck(new AxisServer(bundle), server.places()),
                new PortsCheck(),
                new LogCheck(server.places(), VerificationComponent::started, times),
                new ClusterCheck(new AxisServer(bundle)),
                new MigratedDataCheck(server),
                new SecretsCheck(server),
                new UserStoresCheck(server, ledger),
                new TenantsCheck(server, new FrontDoor(bundle, server.realms()), ledger));
    }

    private static Instant started() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
