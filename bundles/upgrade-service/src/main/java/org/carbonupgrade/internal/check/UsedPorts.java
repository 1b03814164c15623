package org.carbonupgrade.internal.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.home.CarbonHome;
import org.carbonupgrade.internal.home.RunningServer;
import org.carbonupgrade.internal.step.Workplace;
import org.carbonupgrade.internal.xml.Xml;
import org.w3c.dom.Element;

/** Nothing answers on the ports of the old server: its process may belong to somebody whose processes we do not see. */
final class UsedPorts implements Prerequisite {

    private static final int PATIENCE_MILLIS = 200;

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        CarbonHome home = workplace.oldHome();
        boolean known = RunningServer.of(home).isPresent()
                || RunningServer.of(workplace.newHome()).isPresent();
        if (known) {
            return; // either is said already, or it is the new server, which may have the same ports
        }
        for (int port : ports(home)) {
            if (answers(port)) {
                found.accept(UpgradeError.PORT_IN_USE.found(
                        Status.WARN, home.toString(), "Something answers on port " + port + " of the old server."));
            }
        }
    }

    private static List<Integer> ports(CarbonHome home) {
        List<Integer> ports = new ArrayList<>();
        if (home.conf().resolve("tomcat/catalina-server.xml").toFile().exists()) {
            int offset = Xml.text(Xml.read(home.carbonXml()), "Ports", "Offset")
                    .filter(text -> text.matches("\\d{1,5}"))
                    .map(Integer::valueOf)
                    .orElse(0);
            Element server = Xml.read(home.conf().resolve("tomcat/catalina-server.xml"));
            for (Element connector : Xml.descendants(server, "Connector")) {
                String port = connector.getAttribute("port");
                if (port.matches("\\d{1,5}")) {
                    ports.add(Integer.parseInt(port) + offset);
                }
            }
        }
        return ports;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
