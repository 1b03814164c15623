package org.carbonupgrade.itests.support;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs a home's server until it has written a file, and stops it: {@code ServeUntil HOME FILE SECONDS}. The file is looked for below
 * the home unless its path is absolute.
 */
public final class ServeUntil {

    private ServeUntil() {}

    public static void main(String[] arguments) {
        Main.run("ServeUntil HOME FILE SECONDS", 3, 3, arguments, () -> {
            Home home = Home.at(Path.of(arguments[0]));
            Path file = home.resolve(arguments[1]);
            Duration patience = Duration.ofSeconds(Long.parseLong(arguments[2]));
            Main.say("starting the server of " + home);
            try (CarbonServer server = CarbonServer.start(home)) {
                Main.say("started on https port " + server.httpsPort() + ", waiting for " + file);
                server.awaitFile(patience, file);
                Main.say("there it is, stopping the server");
            }
            Main.say("stopped");
        });
    }
}
