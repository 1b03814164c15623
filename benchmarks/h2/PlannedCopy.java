import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;
import org.carbonupgrade.dbcopy.CompareRequest;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyRequest;
import org.carbonupgrade.dbcopy.CopyRequest.Strategy;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.Progress;
import org.carbonupgrade.dbcopy.internal.JdbcDatabaseCopier;

/** Copies or compares two H2 databases as a small plan says: the bundle as an operator uses it, in a JVM of its own. */
public final class PlannedCopy {

    private PlannedCopy() {}

    /** Arguments: the plan, and {@code stream}, {@code clone} or {@code compare}. */
    public static void main(String[] arguments) throws IOException {
        Properties plan = new Properties();
        try (Reader text = Files.newBufferedReader(Paths.get(arguments[0]))) {
            plan.load(text);
        }
        DatabaseSpec source = database("source", plan)
                .snapshots(Paths.get(plan.getProperty("snapshots")))
                .build();
        DatabaseSpec target = database("target", plan).build();
        DatabaseCopier copier = new JdbcDatabaseCopier();
        if (arguments[1].equals("compare")) {
            CompareResult compared = copier.compare(new CompareRequest(source, target, 1), Progress.NONE);
            System.out.printf(
                    "  %d tables, %d ms, equal: %s%n",
                    compared.tables().size(), compared.millis(), compared.equal());
            System.exit(compared.equal() ? 0 : 1);
        }
        Strategy strategy = Strategy.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        CopyResult copied = copier.copy(new CopyRequest(source, target, "benchmark", 1, strategy), Progress.NONE);
        System.out.printf(
                "  %d rows, %d bytes, %d ms; %s%n",
                copied.rows(), copied.bytes(), copied.millis(), copied.strategy());
    }

    private static DatabaseSpec.Builder database(String name, Properties plan) {
        Path driver = Paths.get(plan.getProperty("driver"));
        return DatabaseSpec.named(name)
                .url(plan.getProperty(name + ".url"))
                .user("carbon", "carbon")
                .drivers(Collections.singletonList(driver));
    }
}
