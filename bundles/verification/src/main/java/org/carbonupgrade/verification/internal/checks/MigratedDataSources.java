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
                good += connects(source, found.get()) ? 1 : 0;
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

    private static String called(Expectations.DataSource source) {
        return "data source " + source.name()
                + source.jndi().map(jndi -> " (" + jndi + ")").orElse("");
    }
}
