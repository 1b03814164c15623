package org.carbonupgrade.itests.population.internal;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carbonupgrade.itests.population.ArtifactRecord;
import org.carbonupgrade.itests.population.Inspection;
import org.carbonupgrade.itests.population.Manifest;
import org.carbonupgrade.itests.population.TenantRecord;
import org.wso2.carbon.user.api.Tenant;
import org.wso2.carbon.utils.multitenancy.MultitenantConstants;

/** Looks for everything in a manifest, and reports what is as it was and what is not. Changes nothing. */
final class Inspect {

    private static final String SERVER = MultitenantConstants.SUPER_TENANT_DOMAIN_NAME;

    private final Carbon carbon;
    private final Manifest manifest;
    private final Findings findings = new Findings();

    Inspect(Carbon carbon, Manifest manifest) {
        this.carbon = carbon;
        this.manifest = manifest;
    }

    Inspection run() throws Exception {
        findings.compare(SERVER, "tenants", "tenants", expectedTenants(), this::tenants);
        for (TenantRecord tenant : manifest.tenants) {
            if (isThere(tenant)) {
                TenantFlow.run(tenant.id, tenant.domain, () -> {
                    new UserInspector(carbon, tenant, findings).inspect();
                    new RegistryInspector(carbon, tenant, findings).inspect();
                    return null;
                });
            }
        }
        for (ArtifactRecord artifact : manifest.artifacts) {
            inspect(artifact);
        }
        return findings.inspection();
    }

    private SortedSet<String> expectedTenants() {
        return manifest.tenants.stream()
                .filter(tenant -> tenant.id != MultitenantConstants.SUPER_TENANT_ID)
                .map(tenant -> tenant.domain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<String> tenants() throws Exception {
        return Arrays.stream(carbon.tenants().getAllTenants())
                .map(Tenant::getDomain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isThere(TenantRecord tenant) {
        boolean there = findings.compare(
                tenant.domain, "tenant", "id", tenant.id, () -> carbon.tenants().getTenantId(tenant.domain));
        findings.compare(tenant.domain, "tenant", "active", tenant.active, () -> carbon.tenants()
                .isTenantActive(tenant.id));
        return there;
    }

    private void inspect(ArtifactRecord was) {
        findings.compare(SERVER, was.path, "type", was.type, () -> now(was).type);
        findings.compare(SERVER, was.path, "artifact", was.content, () -> now(was).content);
        findings.compare(SERVER, was.path, "permissions", was.permissions, () -> now(was).permissions);
        findings.compare(SERVER, was.path, "modified", was.modified, () -> now(was).modified);
    }

    private ArtifactRecord now(ArtifactRecord was) throws Exception {
        return Artifacts.record(carbon.home(), was.path);
    }
}
