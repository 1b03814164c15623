package org.carbonupgrade.verification.internal.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.scr.Component;
import org.apache.felix.scr.Reference;
import org.apache.felix.scr.ScrService;

/**
 * A component of Declarative Services. Whoever loads this class needs the package {@code org.apache.felix.scr}, which not every
 * server has.
 */
final class ServiceComponent {

    private final Component component;

    ServiceComponent(Component component) {
        this.component = component;
    }

    /**
     * All of them.
     *
     * @param runtime the {@code ScrService} of the server
     */
    static List<ServiceComponent> of(Object runtime) {
        Component[] components = ((ScrService) runtime).getComponents();
        return components == null
                ? Collections.emptyList()
                : Arrays.stream(components).map(ServiceComponent::new).collect(Collectors.toList());
    }

    boolean isSatisfied() {
        return component.getState() != Component.STATE_UNSATISFIED;
    }

    /** What it waits for, in words. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        Reference[] references = component.getReferences();
        for (Reference reference : references == null ? new Reference[0] : references) {
            if (!reference.isSatisfied()) {
                missing.add("service " + reference.getServiceName() + target(reference));
            }
        }
        return missing.isEmpty() ? Collections.singletonList("a configuration of its own") : missing;
    }

    /** What it asks of the service besides its type; without a target of its own it says the type once more. */
    private static String target(Reference reference) {
        String target = reference.getTarget();
        return target == null || target.equals("(objectClass=" + reference.getServiceName() + ")") ? "" : " " + target;
    }

    @Override
    public String toString() {
        return "component " + component.getName() + " of " + BundlesCheck.called(component.getBundle());
    }
}
