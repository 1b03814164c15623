package org.carbonupgrade.launcher;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the stand-alone runtime: the framework with our bundles, in it one command, or a console for many.
 *
 * <p>{@code carbon-upgrade [--plan FILE] [COMMAND [OPTIONS]]}
 */
public final class Main {

    private static final String PLAN = "--plan";
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] arguments) {
        Layout layout = new Layout(home());
        layout.announce();
        int status;
        try {
            Runtime runtime = Runtime.start(layout, isForConsole(arguments));
            status = isForConsole(arguments) ? console(arguments, runtime) : runtime.command(arguments);
        } catch (RuntimeFailure e) {
            RuntimeFailure.tell(e.getMessage());
            status = FAILED;
        } catch (RuntimeException | Error e) {
            // The framework's threads would keep this process up for ever, with nobody at work in it.
            System.err.println("FAIL  UNEXPECTED  The command ended unexpectedly: " + e);
            status = FAILED;
        }
        System.exit(status);
    }

    private static int console(String[] arguments, Runtime runtime) {
        if (arguments.length == 2) {
            System.setProperty("carbonupgrade.plan", arguments[1]);
        }
        System.out.println("Carbon Upgrade: \"upgrade:help\" lists the commands, \"exit 0\" or Ctrl-D leaves.");
        return runtime.console();
    }

    /** No command, at the most a plan for those that are to come. */
    private static boolean isForConsole(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        return words.isEmpty() || words.size() == 2 && words.get(0).equals(PLAN);
    }

    private static Path home() {
        String home = System.getProperty("carbonupgrade.home");
        if (home == null) {
            throw new IllegalStateException("carbonupgrade.home is not set; start the runtime with bin/carbon-upgrade");
        }
        return Paths.get(home).toAbsolutePath().normalize();
    }
}
