package org.carbonupgrade.itests.population;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Everything that was made in a server, with all that is needed to find out later whether it is still there. */
public final class Manifest {

    public final long seed;

    /** The super tenant first. */
    public final List<TenantRecord> tenants;

    /** Files below the home, of all tenants. */
    public final List<ArtifactRecord> artifacts;

    public Manifest(long seed, List<TenantRecord> tenants, List<ArtifactRecord> artifacts) {
        this.seed = seed;
        this.tenants = tenants;
        this.artifacts = artifacts;
    }

    public static Manifest read(Path file) throws IOException {
        return Json.read(file, Manifest.class);
    }

    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /** How many users there are in all tenants. */
    public long users() {
        return tenants.stream().mapToLong(tenant -> tenant.users.size()).sum();
    }

    /** How many registry resources there are in all tenants. */
    public long resources() {
        return tenants.stream().mapToLong(tenant -> tenant.resources.size()).sum();
    }

    /** @throws IllegalArgumentException if no tenant of this domain was made */
    public TenantRecord tenant(String domain) {
        return tenants.stream()
                .filter(tenant -> tenant.domain.equals(domain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in the manifest: tenant " + domain));
    }
}
