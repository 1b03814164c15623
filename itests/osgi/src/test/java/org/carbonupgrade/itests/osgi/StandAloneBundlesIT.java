package org.carbonupgrade.itests.osgi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.ops4j.pax.exam.CoreOptions.options;

import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Database copy and upgrade service alone, as in the stand-alone runtime. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StandAloneBundlesIT {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return options(
                Container.carbonFramework(),
                Container.ours("org.carbonupgrade.dbcopy"),
                Container.ours("org.carbonupgrade.service"));
    }

    @Test
    public void bundlesAreActive() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.carbonupgrade")) {
                assertEquals(bundle.getSymbolicName(), Bundle.ACTIVE, bundle.getState());
            }
        }
    }

    @Test
    public void servicesAreThere() throws Exception {
        assertNotNull(context.getServiceReference("org.carbonupgrade.dbcopy.DatabaseCopier"));
        assertNotNull(context.getServiceReference("org.carbonupgrade.Upgrader"));
        assertEquals(1, context.getAllServiceReferences(null, "(osgi.command.scope=upgrade)").length);
        assertEquals(
                1,
                context.getAllServiceReferences("java.util.function.ToIntFunction", "(carbonupgrade.commandline=true)")
                        .length);
    }
}
