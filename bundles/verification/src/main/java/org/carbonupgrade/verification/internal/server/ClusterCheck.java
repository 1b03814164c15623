package org.carbonupgrade.verification.internal.server;

import java.util.Objects;
import java.util.Optional;
import org.apache.axis2.clustering.ClusteringAgent;
import org.apache.axis2.description.Parameter;
import org.apache.axis2.engine.AxisConfiguration;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.AxisServer;

/** Looks whether the server has kept out of the old one's cluster, where it would act as production. */
public final class ClusterCheck extends ServerLook {

    private final AxisServer axis;

    public ClusterCheck(AxisServer axis) {
        super("cluster", "The server is not in production's cluster", 60);
        this.axis = Objects.requireNonNull(axis, "axis");
    }

    @Override
    public void run(CheckContext findings) {
        Optional<String> old = findings.request().expectations().flatMap(Expectations::clusterDomain);
        Optional<String> own =
                axis.configuration().map(AxisConfiguration::getClusteringAgent).map(ClusterCheck::domain);
        if (!own.isPresent()) {
            findings.add(Code.VF_OK.ok("the server is in no cluster"));
        } else if (own.equals(old)) {
            findings.add(Code.VF_CLUSTER_JOINED.fail(
                    "the server is in the cluster domain " + own.get() + ", the old server's"));
        } else {
            findings.add(Code.VF_OK.ok("the server is in the cluster domain " + own.get() + ", "
                    + old.map(domain -> "not in the old server's, " + domain)
                            .orElse("nobody said what the old server's was")));
        }
    }

    private static String domain(ClusteringAgent agent) {
        Parameter domain = agent.getParameter("domain");
        return domain == null ? "(none)" : String.valueOf(domain.getValue());
    }
}
