package org.carbonupgrade.internal.console;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.carbonupgrade.StepName;

/** Every command: its word, what it does, and the options it understands. */
enum Command {
    CHECK(StepName.CHECK),
    BACKUP(StepName.BACKUP),
    COPY(StepName.COPY),
    COMPARE(StepName.COMPARE),
    SCHEMA(
            StepName.SCHEMA,
            Option.builder().longOpt("apply").desc("mends indexes").build()),
    CONFIGURE(
            StepName.CONFIGURE,
            Option.builder()
                    .longOpt("dry-run")
                    .desc("shows what would be written, writes nothing")
                    .build(),
            Option.builder()
                    .longOpt("take")
                    .numberOfArgs(2)
                    .argName("old|new> <FILE[#PATH]")
                    .desc("decides a conflict; can be given several times")
                    .build()),
    ARTIFACTS(StepName.ARTIFACTS),
    INSTALL(StepName.INSTALL),
    VERIFY(StepName.VERIFY),
    RUN("run", "all steps up to the start of the new server; goes on where it stopped"),
    STATUS("status", "shows where the upgrade stands and what comes next"),
    REPORT("report", "writes reports/upgrade.json and reports/upgrade.html anew, with what the verification found"),
    PLAN(
            "plan",
            "shows the plan as it is understood",
            Option.builder()
                    .longOpt(Command.SAMPLE)
                    .desc("prints a plan to fill in")
                    .build()),
    HELP("help", "lists the commands; \"help COMMAND\" its options, \"help plan\" the keys of a plan");

    /** The option of {@link #PLAN} that prints one to fill in. */
    static final String SAMPLE = "sample";

    private final String word;
    private final String purpose;
    private final StepName step;
    private final Options options = new Options();

    Command(StepName step, Option... options) {
        this(step.word(), step.purpose(), step, options);
    }

    Command(String word, String purpose, Option... options) {
        this(word, purpose, null, options);
    }

    Command(String word, String purpose, StepName step, Option... options) {
        this.word = word;
        this.purpose = purpose;
        this.step = step;
        Arrays.stream(options).forEach(this.options::addOption);
    }

    String word() {
        return word;
    }

    String purpose() {
        return purpose;
    }

    /** The step that it runs, if it is one of these. */
    Optional<StepName> step() {
        return Optional.ofNullable(step);
    }

    /** Its own options, without {@code --plan}, which goes before every command. */
    Options options() {
        return options;
    }

    /** @throws UsageException if there is no such command */
    static Command of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no command \"" + word + "\"."));
    }
}
