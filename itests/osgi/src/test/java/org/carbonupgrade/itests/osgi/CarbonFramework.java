package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** The base of tests in a framework with Carbon's packages and our three bundles, none of which is started. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class CarbonFramework {

    static final String DBCOPY = "org.carbonupgrade.dbcopy";
    static final String SERVICE = "org.carbonupgrade.service";
    static final String VERIFICATION = "org.carbonupgrade.verification";
    static final List<String> OURS = Arrays.asList(DBCOPY, SERVICE, VERIFICATION);

    private static final File HOME = new File(System.getProperty("build.directory"), "carbon-home");
    private static final List<String> FRAMEWORKS = Arrays.asList(
            "Component Resolve Thread",
            "Equinox ",
            "Framework ",
            "Refresh ",
            "Start Level",
            "[ThreadPool Manager]",
            FrameworkLog.class.getName());
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 20;

    @Inject
    BundleContext context;

    FrameworkLog log;
    StubService realmService;
    StubService dataSourceService;
    private Set<String> threadsBefore;

    @Configuration
    public Option[] configuration() {
        return options(
                Container.carbonFramework(),
                Container.carbonPackages(),
                systemProperty("carbon.home").value(HOME.getPath()),
                Container.ours(DBCOPY).noStart(),
                Container.ours(SERVICE).noStart(),
                Container.ours(VERIFICATION).noStart());
    }

    @Before
    public void watch() {
        threadsBefore = threads();
        log = FrameworkLog.watch(context);
        Bundle carbon = bundle(CarbonPackages.SYMBOLIC_NAME);
        realmService = new StubService(carbon, "org.wso2.carbon.user.core.service.RealmService");
        dataSourceService = new StubService(carbon, "org.wso2.carbon.ndatasource.core.DataSourceService");
    }

    /** However a test ends: what is stopped leaves nothing behind, nobody complained, and no file was written. */
    @After
    public void leavesNothingBehind() throws Exception {
        for (String name : OURS) {
            bundle(name).stop();
        }
        for (StubService stub : Arrays.asList(realmService, dataSourceService)) {
            if (stub.isThere()) {
                stub.unregister();
            }
        }
        await("no service", Collections.emptySet(), this::services);
        await("no thread", Collections.emptySet(), this::newThreads);
        log.end();
        assertEquals("complaints", Collections.emptyList(), log.complaints());
        assertEquals("calls", Collections.emptyList(), realmService.calls());
        assertEquals("calls", Collections.emptyList(), dataSourceService.calls());
        assertFalse(HOME + " was written to", HOME.exists());
    }

    final void start(String... names) throws BundleException {
        for (String name : names) {
            bundle(name).start();
        }
    }

    final void startAll() throws BundleException {
        start(OURS.toArray(new String[0]));
    }

    final Bundle bundle(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("no bundle " + name);
    }

    /** The types of all services that our bundles have registered. */
    final Set<String> services() {
        return services(OURS);
    }

    final Set<String> services(List<String> bundles) {
        Set<String> types = new TreeSet<>();
        for (String name : bundles) {
            ServiceReference<?>[] registered = bundle(name).getRegisteredServices();
            if (registered != null) {
                for (ServiceReference<?> service : registered) {
                    types.addAll(Arrays.asList((String[]) service.getProperty("objectClass")));
                }
            }
        }
        return types;
    }

    /** Waits until something is as expected: Declarative Services works in a thread of its own. */
    static <T> void await(String what, T expected, Callable<T> actual) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!expected.equals(actual.call()) && System.currentTimeMillis() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
        assertEquals(what, expected, actual.call());
    }

    final Set<String> newThreads() {
        Set<String> threads = threads();
        threads.removeAll(threadsBefore);
        return threads;
    }

    /** The framework makes threads of its own when it needs them, and keeps some. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> FRAMEWORKS.stream().noneMatch(thread.getName()::startsWith))
                .map(thread -> thread.getId() + " " + thread.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
