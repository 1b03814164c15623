package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Mends the OSGi console of the stock 4.5.1 server, whose console plugin does not go with its Gogo ({@code NoSuchMethodError
 * createSession}), by an older plugin that does.
 */
public final class BrokenConsole {

    private static final String WORKING = "org/eclipse/equinox/console/commands/DisconnectCommand.class";
    private static final String BUNDLES_INFO =
            "repository/components/default/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";

    private BrokenConsole() {}

    /** To be called while the home's server is stopped. */
    public static void mend(Home home) {
        Bundle working = Bundle.onClassPathWith(WORKING);
        Bundle broken = Bundle.at(pluginOf(home, working.symbolicName()));
        try {
            Files.copy(working.jar(), home.plugins().resolve(working.fileName()));
            TextFile.at(home.resolve(BUNDLES_INFO)).replace(broken.infoLine(), working.infoLine());
            Files.delete(broken.jar());
        } catch (IOException e) {
            throw new HarnessException("cannot mend the console of " + home, e);
        }
    }

    private static Path pluginOf(Home home, String symbolicName) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home.plugins(), symbolicName + "_*.jar")) {
            for (Path jar : found) {
                return jar;
            }
        } catch (IOException e) {
            throw new HarnessException("cannot list the plugins of " + home, e);
        }
        throw new HarnessException("no plugin " + symbolicName + " in " + home);
    }
}
