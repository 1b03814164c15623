package org.carbonupgrade.internal.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.carbonupgrade.StepOptions;

/** A command line, understood: {@code [--plan FILE] [COMMAND] [SUBJECT] [OPTIONS]}. Immutable. */
final class Invocation {

    /** What every command understands. */
    static final Option PLAN = Option.builder()
            .longOpt("plan")
            .hasArg()
            .argName("FILE")
            .desc("the plan; default: upgrade.properties here, in a product repository/upgrade/upgrade.properties")
            .build();

    private final Command command;
    private final CommandLine global;
    private final CommandLine own;

    private Invocation(Command command, CommandLine global, CommandLine own) {
        this.command = command;
        this.global = global;
        this.own = own;
    }

    /** @throws UsageException if the command or an option is not known, or an option lacks its value */
    static Invocation of(List<String> words) {
        CommandLine global = parse(new Options().addOption(PLAN), words, null);
        List<String> rest = global.getArgList();
        Command command = rest.isEmpty() || asksForHelp(rest.get(0)) ? Command.HELP : Command.of(rest.get(0));
        if (command != Command.HELP && rest.size() == 2 && asksForHelp(rest.get(1))) {
            return of(Arrays.asList(Command.HELP.word(), command.word()));
        }
        Options options = new Options().addOption(PLAN);
        command.options().getOptions().forEach(options::addOption);
        CommandLine own = parse(options, rest.subList(Math.min(1, rest.size()), rest.size()), command);
        int most = command == Command.HELP ? 1 : 0;
        if (own.getArgList().size() > most) {
            throw new UsageException(
                    "The command " + command.word() + " does not understand \""
                            + own.getArgList().get(most) + "\".",
                    command);
        }
        return new Invocation(command, global, own);
    }

    private static boolean asksForHelp(String word) {
        return word.matches("-h|-+help");
    }

    Command command() {
        return command;
    }

    /** What help is asked about. */
    Optional<String> subject() {
        return own.getArgList().stream().findFirst();
    }

    /** The plan, named before or behind the command. */
    Optional<Path> plan() {
        String named = own.getOptionValue(PLAN.getLongOpt(), global.getOptionValue(PLAN.getLongOpt()));
        try {
            return Optional.ofNullable(named).map(Paths::get);
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + named + "\" is no path of this system.");
        }
    }

    /** The file that an option names. */
    Optional<Path> file(String option) {
        try {
            return value(option).map(Paths::get);
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + own.getOptionValue(option) + "\" is no path of this system.", command);
        }
    }

    /** The value of one of the command's own options. */
    Optional<String> value(String option) {
        return Optional.ofNullable(own.getOptionValue(option));
    }

    boolean has(String option) {
        return own.hasOption(option);
    }

    /** The command's own options, for its step. */
    StepOptions stepOptions() {
        StepOptions options = StepOptions.NONE;
        for (Option option : own.getOptions()) {
            if (!option.equals(PLAN)) {
                String[] values = own.getOptionValues(option.getLongOpt());
                options = options.with(option.getLongOpt(), values == null ? new String[0] : values);
            }
        }
        return options;
    }

    /** @param command the one whose options these are; null for what comes before any command, up to which is read */
    private static CommandLine parse(Options options, List<String> words, Command command) {
        try {
            return DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .build()
                    .parse(options, words.toArray(new String[0]), command == null);
        } catch (ParseException e) {
            throw new UsageException(e.getMessage() + ".", command);
        }
    }
}
