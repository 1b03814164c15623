package org.carbonupgrade.itests.population.internal;

import java.util.concurrent.Callable;
import org.carbonupgrade.itests.population.ResourceRecord;
import org.carbonupgrade.itests.population.TenantRecord;

/** Looks for a tenant's registry content. */
final class RegistryInspector {

    private final Carbon carbon;
    private final TenantRecord tenant;
    private final Findings findings;

    RegistryInspector(Carbon carbon, TenantRecord tenant, Findings findings) {
        this.carbon = carbon;
        this.tenant = tenant;
        this.findings = findings;
    }

    void inspect() {
        tenant.resources.forEach(this::inspect);
    }

    private void inspect(ResourceRecord was) {
        String subject = was.registry + " registry " + was.path;
        Callable<StoredResource> stored = () -> new StoredResource(carbon.registry(was.registry, tenant.id), was.path);
        compare(subject, "media type", was.mediaType, () -> stored.call().mediaType());
        compare(subject, "content", was.versions, () -> stored.call().versions());
        compare(subject, "children", was.children, () -> stored.call().children());
        compare(subject, "properties", was.properties, () -> stored.call().properties());
        compare(subject, "tags", was.tags, () -> stored.call().tags());
        compare(subject, "comments", was.comments, () -> stored.call().comments());
        compare(subject, "rating", was.rating, () -> stored.call().rating());
        compare(subject, "associations", was.associations, () -> stored.call().associations());
    }

    private void compare(String subject, String aspect, Object expected, Callable<?> actual) {
        findings.compare(tenant.domain, subject, aspect, expected, actual);
    }
}
