package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a home as downloaded, fit for a test machine: {@code StockHome.in(dir).from(pack)}. It is configured by its XML files as
 * Carbon 4.4.x is, and its server listens on the loopback interface only.
 */
public final class StockHome {

    private final Path directory;

    private StockHome(Path directory) {
        this.directory = directory;
    }

    /** @param directory the home to be; empty or not there yet */
    public static StockHome in(Path directory) {
        return new StockHome(directory);
    }

    public Home from(CarbonPack pack) {
        Home home = pack.unpackTo(directory);
        readXmlConfiguration(home);
        listenOnLoopbackOnly(home);
        return home;
    }

    /** Carbon 4.5 generates the XML files anew from deployment.toml at every start, unless that file is absent. */
    private static void readXmlConfiguration(Home home) {
        try {
            Files.deleteIfExists(home.conf().resolve("deployment.toml"));
        } catch (IOException e) {
            throw new HarnessException("cannot delete deployment.toml of " + home, e);
        }
    }

    private static void listenOnLoopbackOnly(Home home) {
        TextFile.at(home.conf().resolve("tomcat/catalina-server.xml"))
                .replaceAll("<Connector protocol=", "<Connector address=\"127.0.0.1\" protocol=");
        TextFile.at(home.conf().resolve("etc/jmx.xml"))
                .replace("<StartRMIServer>true</StartRMIServer>", "<StartRMIServer>false</StartRMIServer>");
    }
}
