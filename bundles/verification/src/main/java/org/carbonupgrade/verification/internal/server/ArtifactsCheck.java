package org.carbonupgrade.verification.internal.server;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.axis2.engine.AxisConfiguration;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.carbon.AxisServer;
import org.carbonupgrade.verification.internal.files.Places;

/** Looks whether the services and modules that lie in the deployment directory are deployed, and none of them is faulty. */
public final class ArtifactsCheck extends ServerLook {

    private final AxisServer axis;
    private final Places places;

    public ArtifactsCheck(AxisServer axis, Places places) {
        super("artifacts", "Every artifact is deployed", 30);
        this.axis = Objects.requireNonNull(axis, "axis");
        this.places = Objects.requireNonNull(places, "places");
    }

    @Override
    public void run(CheckContext findings) throws Exception {
        Optional<AxisConfiguration> found = axis.configuration();
        if (!found.isPresent()) {
            findings.add(Code.VF_ARTIFACTS_NOT_KNOWN.couldNotRun("the server does not say what it has deployed"));
            return;
        }
        AxisConfiguration configuration = found.get();
        List<String> faulty = new ArrayList<>();
        faulty(configuration.getFaultyServices(), faulty);
        faulty(configuration.getFaultyModules(), faulty);
        faulty.forEach(artifact -> findings.add(Code.VF_ARTIFACT_FAULTY.fail(artifact)));
        List<String> archives = new Archives(places).names();
        List<String> missing = new ArrayList<>(archives);
        missing.removeAll(Archives.deployed(configuration));
        missing.removeIf(archive -> faulty.stream().anyMatch(artifact -> artifact.contains(archive)));
        missing.forEach(archive -> findings.add(Code.VF_ARTIFACT_NOT_DEPLOYED.fail(archive + " is not deployed")));
        findings.count("archives", archives.size());
        if (faulty.isEmpty() && missing.isEmpty()) {
            findings.add(Code.VF_OK.ok("all " + archives.size()
                    + " archives of services and modules are deployed, and none is faulty; artifacts of other kinds"
                    + " are for checks of the product's own"));
        }
    }

    private static void faulty(Hashtable<String, String> named, List<String> faulty) {
        for (Map.Entry<String, String> artifact : named.entrySet()) {
            faulty.add(artifact.getKey() + " is faulty: " + firstLine(artifact.getValue()));
        }
    }

    /** What Axis keeps is a whole stack trace. */
    private static String firstLine(String error) {
        return error.trim().split("\\R", 2)[0];
    }
}
