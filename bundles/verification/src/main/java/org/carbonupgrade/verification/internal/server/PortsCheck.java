package org.carbonupgrade.verification.internal.server;

import java.io.IOException;
import java.util.List;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;

/** Looks whether the server answers at each of its HTTP and HTTPS ports. */
public final class PortsCheck extends ServerLook {

    public PortsCheck() {
        super("ports", "The server answers at its ports", 40);
    }

    @Override
    public void run(CheckContext findings) throws Exception {
        List<Connector> connectors = Connector.all();
        int good = 0;
        for (Connector connector : connectors) {
            findings.count("ports", 1);
            try {
                String answer = connector.ask();
                if (answer.startsWith("HTTP/")) {
                    good++;
                } else {
                    findings.add(Code.VF_PORT_SILENT.fail(connector + " answers something that is not HTTP"));
                }
            } catch (IOException e) {
                findings.add(Code.VF_PORT_SILENT.fail(connector + " does not answer: " + Causes.of(e)));
            }
        }
        if (connectors.isEmpty()) {
            findings.add(Code.VF_PORT_SILENT.fail("the server has no HTTP or HTTPS port"));
        } else if (good == connectors.size()) {
            findings.add(Code.VF_OK.ok("the server answers at " + connectors));
        }
    }
}
