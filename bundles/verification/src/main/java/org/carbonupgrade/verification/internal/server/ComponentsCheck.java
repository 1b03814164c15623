package org.carbonupgrade.verification.internal.server;

import java.util.List;
import java.util.Objects;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Looks whether every component of Declarative Services has what it needs. */
public final class ComponentsCheck extends ServerLook {

    private static final String RUNTIME = "org.apache.felix.scr.ScrService";

    private final BundleContext context;

    public ComponentsCheck(BundleContext context) {
        super("components", "Every component has the services it needs", 20);
        this.context = Objects.requireNonNull(context, "context");
    }

    @Override
    public void run(CheckContext findings) {
        ServiceReference<?> reference = context.getServiceReference(RUNTIME);
        Object runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            findings.add(Code.VF_COMPONENTS_NOT_KNOWN.warn("this server does not say how its components are"));
            return;
        }
        try {
            look(ServiceComponent.of(runtime), findings);
        } finally {
            context.ungetService(reference);
        }
    }

    private static void look(List<ServiceComponent> components, CheckContext findings) {
        int good = 0;
        for (ServiceComponent component : components) {
            if (component.isSatisfied()) {
                good++;
            } else {
                findings.add(Code.VF_COMPONENT_UNSATISFIED.fail(
                        component + " waits for " + String.join(", ", component.missing())));
            }
        }
        findings.count("components", components.size());
        if (good == components.size()) {
            findings.add(Code.VF_OK.ok("all " + good + " components have the services they need"));
        }
    }
}
