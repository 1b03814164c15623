package org.carbonupgrade.internal;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;
import org.carbonupgrade.internal.console.Commands;
import org.carbonupgrade.internal.osgi.UpgraderComponent;

/** Gives a command in a process of its own, which can be killed. */
public final class KilledCommand {

    private KilledCommand() {}

    /** Starts a command with the plan of a test's upgrade; what it prints goes to {@code log} beside the homes. */
    public static Process start(TestUpgrade upgrade, String... command) throws IOException {
        // writes the plan as the test has it
        upgrade.command("plan");
        List<String> line = new ArrayList<>(Arrays.asList(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledCommand.class.getName(),
                "--plan",
                upgrade.path("upgrade.properties").toString()));
        line.addAll(Arrays.asList(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(upgrade.path("log").toFile())
                .start();
    }

    public static void main(String[] words) {
        DatabaseCopier copier = new JdbcDatabaseCopier();
        System.exit(new Commands(UpgraderComponent.of(copier), copier).run(Arrays.asList(words), System.out, false));
    }
}
