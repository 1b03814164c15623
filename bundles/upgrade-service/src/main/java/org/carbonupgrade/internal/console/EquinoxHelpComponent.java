package org.carbonupgrade.internal.console;

import java.util.Hashtable;
import org.carbonupgrade.Upgrader;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Registers {@link EquinoxHelp} where there is an Equinox console to show it; its package is imported optionally. */
@Component(service = {})
public final class EquinoxHelpComponent {

    private static final String COMMAND_PROVIDER = "org.eclipse.osgi.framework.console.CommandProvider";

    private ServiceRegistration<?> registration;

    /** Without an upgrader there is nothing to list. */
    @Reference(unbind = "unbindUpgrader")
    void bindUpgrader(Upgrader upgrader) {
        // its being there is what counts
    }

    void unbindUpgrader(Upgrader upgrader) {
        // deactivation takes the help away
    }

    @Activate
    void activate(BundleContext context) {
        try {
            registration = context.registerService(COMMAND_PROVIDER, new EquinoxHelp(), new Hashtable<>());
        } catch (NoClassDefFoundError e) {
            registration = null; // no Equinox console here
        }
    }

    @Deactivate
    void deactivate() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
