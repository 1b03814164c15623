package org.carbonupgrade.internal.console;

import java.util.Optional;
import org.apache.commons.cli.Option;
import org.carbonupgrade.internal.plan.KnownKey;
import org.carbonupgrade.internal.plan.PairKey;
import org.carbonupgrade.internal.plan.PlanKey;

/** What help says. */
final class Help {

    private Help() {}

    /** @param subject a command, {@code plan}, or nothing in particular */
    static String of(Optional<String> subject) {
        return subject.map(Help::of).orElseGet(Help::commands);
    }

    /** For somebody who asked for what is not: the options of the command that was meant, or else the commands. */
    static String possible(Optional<Command> command) {
        return command.map(Help::options).orElseGet(Help::commands);
    }

    /** The commands, one a line, under the names that a product's console knows them by. */
    static String forConsole() {
        TextTable table = new TextTable();
        for (Command command : Command.values()) {
            table.row("\tupgrade:" + command.word(), "- " + command.purpose());
        }
        return "---Carbon Upgrade---\n" + table;
    }

    private static String of(String subject) {
        return subject.equals("plan") ? keys() : options(Command.of(subject));
    }

    private static String commands() {
        TextTable table = new TextTable();
        for (Command command : Command.values()) {
            table.row("  " + command.word(), command.purpose());
        }
        return "carbon-upgrade [--plan FILE] [COMMAND]\n\n"
                + table
                + "\nWithout a command it opens a console. Exit status: 0 done, 1 a step failed, 2 refused, 64 usage.\n"
                + "In the console of a product write upgrade:COMMAND.\n";
    }

    private static String options(Command command) {
        TextTable table = new TextTable();
        command.options().getOptions().forEach(option -> row(option, table));
        if (command.ofPair()) {
            table.row("  --plan <FILE>", "names the two databases");
            return command.word() + ": " + command.purpose() + "\n" + table + "\n" + pairKeys();
        }
        row(Invocation.PLAN, table);
        return command.word() + ": " + command.purpose() + "\n" + table;
    }

    private static String pairKeys() {
        return "The plan is a properties file in UTF-8. Relative paths start beside it. A value can be ${env:VARIABLE} or\n"
                + "${file:PATH}, a password also ${prompt}.\n\n"
                + keys(PairKey.values())
                + "\nExit status: 0 copied, or equal; 1 different, or failed: the same command goes on; 2 refused, nothing was changed.\n";
    }

    private static void row(Option option, TextTable table) {
        String values = option.hasArg() ? " <" + option.getArgName() + ">" : "";
        table.row("  --" + option.getLongOpt() + values, option.getDescription());
    }

    private static TextTable keys(KnownKey[] keys) {
        TextTable table = new TextTable();
        for (KnownKey key : keys) {
            table.row("  " + key.key(), key.meaning());
        }
        return table;
    }

    private static String keys() {
        return "A plan is a properties file. NAME is the name of a data source, or userstore.DOMAIN for the database that a user\n"
                + "store names itself. A value can be ${env:VARIABLE} or ${file:PATH}, a password also ${prompt}.\n\n"
                + keys(PlanKey.values());
    }
}
