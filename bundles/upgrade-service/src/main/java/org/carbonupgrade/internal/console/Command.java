package org.carbonupgrade.internal.console;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.carbonupgrade.StepName;
import org.carbonupgrade.Upgrader;
import org.carbonupgrade.internal.artifacts.CarryArtifacts;
import org.carbonupgrade.internal.backup.BackUpHome;
import org.carbonupgrade.internal.staging.CompareDatabases;

/** Every command: its word, what it does, and the options it understands. */
enum Command {
    CHECK(StepName.CHECK),
    BACKUP(
            StepName.BACKUP,
            Option.builder()
                    .longOpt(BackUpHome.VERIFY)
                    .desc("looks at the backup made last again: archive, manifest and dumps")
                    .build()),
    COPY(StepName.COPY),
    COMPARE(StepName.COMPARE, Command.showValues()),
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
    ARTIFACTS(
            StepName.ARTIFACTS,
            Option.builder()
                    .longOpt(CarryArtifacts.VERIFY)
                    .desc("looks at all files that were carried again")
                    .build()),
    INSTALL(StepName.INSTALL),
    VERIFY(StepName.VERIFY),
    RUN(
            "run",
            "all steps up to the start of the new server; goes on where it stopped",
            Option.builder()
                    .longOpt(Command.UNTIL)
                    .hasArg()
                    .argName("STEP")
                    .desc("stops behind this step")
                    .build(),
            Option.builder()
                    .longOpt(Upgrader.AGAIN)
                    .desc("does again what has another input now, although the new server works already")
                    .build()),
    STATUS("status", "shows where the upgrade stands and what comes next"),
    REPORT("report", "writes reports/upgrade.json and reports/upgrade.html anew, with what the verification found"),
    COPYDB(
            "copydb",
            "copies a database to an empty one, without an upgrade; goes on where it stopped",
            Command.jobs(),
            Command.json(),
            Option.builder()
                    .longOpt(Command.SAMPLE)
                    .desc("prints a plan of two databases to fill in")
                    .build()),
    COMPAREDB(
            "comparedb",
            "compares two databases, without an upgrade; changes neither",
            Command.jobs(),
            Command.json(),
            Command.showValues()),
    PLAN(
            "plan",
            "shows the plan as it is understood",
            Option.builder()
                    .longOpt(Command.SAMPLE)
                    .desc("prints a plan to fill in")
                    .build()),
    HELP("help", "lists the commands; \"help COMMAND\" its options, \"help plan\" the keys of a plan");

    /** The option of {@link #PLAN} and {@link #COPYDB} that prints one to fill in. */
    static final String SAMPLE = "sample";

    /** The option of {@link #RUN} that names the last step to run. */
    static final String UNTIL = "until";

    /** The option of {@link #COPYDB} and {@link #COMPAREDB} that overrides the plan's number of tables at once. */
    static final String JOBS = "jobs";

    /** The option of {@link #COPYDB} and {@link #COMPAREDB} that names a file for the report. */
    static final String JSON = "json";

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

    /** Whether its plan names two databases, rather than an upgrade. */
    boolean ofPair() {
        return this == COPYDB || this == COMPAREDB;
    }

    private static Option jobs() {
        return Option.builder()
                .longOpt(JOBS)
                .hasArg()
                .argName("N")
                .desc("tables worked on at once, 1 to 64; default: the plan's")
                .build();
    }

    private static Option json() {
        return Option.builder()
                .longOpt(JSON)
                .hasArg()
                .argName("FILE")
                .desc("writes the report as JSON: figures of each table, findings")
                .build();
    }

    private static Option showValues() {
        return Option.builder()
                .longOpt(CompareDatabases.SHOW_VALUES)
                .desc("shows the values of rows that differ; never those of passwords, tokens and the like")
                .build();
    }

    /** @throws UsageException if there is no such command */
    static Command of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no command \"" + word + "\"."));
    }
}
