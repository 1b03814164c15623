package org.carbonupgrade.verification.internal.checks;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.CarbonServer;
import org.carbonupgrade.verification.internal.carbon.Tenancy;
import org.carbonupgrade.verification.internal.trace.Database;
import org.carbonupgrade.verification.internal.trace.StagingMark;

/** Looks whether data sources are there and give connections. */
final class MigratedDataSources {

    private final CarbonServer server;
    private final CheckContext context;

    MigratedDataSources(CarbonServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    void check(List<Expectations.DataSource> expected) throws Exception {
        int good = 0;
        for (Expectations.DataSource source : expected) {
            context.count("dataSources", 1);
            Optional<DataSource> found = find(source);
            if (found.isPresent()) {
                good += connects(source, found.get()) && isStaging(source, found.get()) ? 1 : 0;
            } else {
                context.add(Code.VF_DATA_SOURCE_MISSING.fail(called(source) + " is not there"));
            }
        }
        if (good > 0 && good == expected.size()) {
            context.add(Code.VF_OK.ok("all " + good + " data sources are there and give connections"));
        }
    }

    private Optional<DataSource> find(Expectations.DataSource source) throws Exception {
        return source.jndi().isPresent() ? bound(source.jndi().get()) : server.dataSource(source.name());
    }

    private static Optional<DataSource> bound(String jndi) throws Exception {
        return Tenancy.SUPER.call(() -> {
            try {
                Object bound = new InitialContext().lookup(jndi);
                return bound instanceof DataSource ? Optional.of((DataSource) bound) : Optional.empty();
            } catch (NamingException e) {
                return Optional.empty();
            }
        });
    }

    private boolean connects(Expectations.DataSource source, DataSource found) {
        try {
            Probe.ask(() -> {
                try (Connection connection = found.getConnection()) {
                    return connection.getMetaData().getDatabaseProductName();
                }
            });
            return true;
        } catch (Exception e) {
            context.add(
                    Code.VF_DATA_SOURCE_NOT_CONNECTED.fail(called(source) + " gives no connection: " + Causes.of(e)));
            return false;
        }
    }

    /** What was copied must be the copy: a data source that was forgotten still points at the old database. */
    private boolean isStaging(Expectations.DataSource source, DataSource found) throws Exception {
        Optional<String> upgradeId = context.request().upgradeId();
        if (!source.isStaged() || !upgradeId.isPresent()) {
            return true;
        }
        Optional<StagingMark> mark = StagingMark.of(new Database(source.name(), found));
        if (mark.isPresent() && mark.get().upgradeId().equals(upgradeId.get())) {
            context.count("stagingDatabases", 1);
            return true;
        }
        context.add(Code.VF_DATA_SOURCE_NOT_STAGING.fail(called(source)
                + " points at a database that this upgrade did not"
                + " make, the old one perhaps: it has "
                + mark.map(other -> "the mark of upgrade " + other.upgradeId()).orElse("no mark of an upgrade")));
        return false;
    }

    private static String called(Expectations.DataSource source) {
        return "data source " + source.name()
                + source.jndi().map(jndi -> " (" + jndi + ")").orElse("");
    }
}
