package org.carbonupgrade.itests.support;

/** What this package's programs have in common: progress on standard output, one clear line and an exit status on failure. */
final class Main {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private Main() {}

    static void run(String usage, int fewest, int most, String[] arguments, Runnable work) {
        if (arguments.length < fewest || arguments.length > most) {
            System.err.println("usage: " + usage);
            System.exit(USAGE);
        }
        try {
            work.run();
        } catch (HarnessException | NumberFormatException e) {
            System.err.println("failed: " + e.getMessage() + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
            System.exit(FAILED);
        }
    }

    static void say(String progress) {
        System.out.println(progress);
    }
}
