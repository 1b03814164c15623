package org.carbonupgrade.verification.internal.checks;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.carbonupgrade.verification.Check;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;

/** Proves that what the old server held is there and usable: tenants, their user stores, data sources. Makes nothing. */
public final class MigratedDataCheck implements Check {

    private final CarbonServer server;

    public MigratedDataCheck(CarbonServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "migrated-data";
    }

    @Override
    public String title() {
        return "What was there before is there and usable";
    }

    @Override
    public Set<String> tags() {
        return Collections.singleton("data");
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run(CheckContext context) throws Exception {
        Expectations expected = context.request().expectations().orElse(null);
        if (expected == null) {
            expected = new PresentState(server).asExpectations();
            String what = "nobody said what the old server held; looked at what this one does";
            context.add(
                    context.request().upgradeId().isPresent()
                            ? Code.VF_NOTHING_EXPECTED.warn(what)
                            : Code.VF_NOTHING_EXPECTED.ok(what));
        }
        new MigratedDataSources(server, context).check(expected.dataSources());
        new MigratedUserStores(server, context).check(expected.userStores());
        new MigratedTenants(server, context).check(expected.tenants());
        new TenantDirectories(server, context).check(expected.orphans());
        new Administrator(server, context).check();
        new MigratedPopulations(server.userDatabase(), context).check(expected.populations());
    }
}
