package org.carbonupgrade.verification.internal.carbon;

import java.util.Objects;
import java.util.Optional;
import org.apache.axis2.engine.AxisConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.wso2.carbon.utils.ConfigurationContextService;

/** The part of a Carbon server that deploys artifacts and talks to a cluster. It comes up later than the rest. */
public final class AxisServer {

    private final BundleContext context;

    public AxisServer(BundleContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /** The super tenant's configuration; empty if there is none. */
    public Optional<AxisConfiguration> configuration() {
        ServiceReference<ConfigurationContextService> reference =
                context.getServiceReference(ConfigurationContextService.class);
        ConfigurationContextService service = reference == null ? null : context.getService(reference);
        if (service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(service.getServerConfigContext().getAxisConfiguration());
        } finally {
            context.ungetService(reference);
        }
    }
}
