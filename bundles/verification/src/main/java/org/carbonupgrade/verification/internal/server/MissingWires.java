package org.carbonupgrade.verification.internal.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Finds out why a bundle is not resolved, as the console's {@code diag} does: which of the things it needs nobody gives. */
final class MissingWires {

    private static final String OPTIONAL = "optional";
    private static final String DYNAMIC = "dynamic";

    private final List<BundleRevision> revisions;

    MissingWires(List<Bundle> bundles) {
        revisions = bundles.stream()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    /** In words. */
    String of(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return "the framework does not say why";
        }
        List<String> reasons = new ArrayList<>();
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (isMandatory(requirement)) {
                reason(requirement, reasons);
            }
        }
        return reasons.isEmpty()
                ? "everything it needs is there; another bundle of its name, or packages that do not fit together,"
                        + " keep it out (see diag " + bundle.getBundleId() + " in the console)"
                : String.join("; ", reasons);
    }

    private void reason(BundleRequirement requirement, List<String> reasons) {
        List<BundleRevision> providers = revisions.stream()
                .filter(revision -> revision.getDeclaredCapabilities(requirement.getNamespace()).stream()
                        .anyMatch(requirement::matches))
                .collect(Collectors.toList());
        if (providers.isEmpty()) {
            reasons.add("nobody gives " + words(requirement));
        } else if (providers.stream()
                .noneMatch(provider -> isResolved(provider) || provider == requirement.getRevision())) {
            reasons.add(words(requirement) + " would come from "
                    + BundlesCheck.called(providers.get(0).getBundle()) + ", which is not resolved itself");
        }
    }

    private static boolean isResolved(BundleRevision provider) {
        return provider.getBundle().getState() != Bundle.INSTALLED;
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        return !OPTIONAL.equals(resolution) && !DYNAMIC.equals(resolution);
    }

    /** As a person would look for it: the package or bundle, with its versions. */
    private static String words(BundleRequirement requirement) {
        String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
        String kind = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? "package"
                : requirement.getNamespace();
        return kind + " " + (filter == null ? requirement.getAttributes() : filter);
    }
}
