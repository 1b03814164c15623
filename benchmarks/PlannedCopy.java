import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
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

/** Copies or compares two databases as a small plan says: the bundle as an operator uses it, in a JVM of its own. */
public final class PlannedCopy {

    private PlannedCopy() {}

    /** Arguments: the plan, and {@code copy} (by streaming), {@code clone} or {@code compare}. */
    public static void main(String[] arguments) throws IOException {
        Properties plan = new Properties();
        try (Reader text = Files.newBufferedReader(Paths.get(arguments[0]))) {
            plan.load(text);
        }
        DatabaseSpec source = database("source", plan);
        DatabaseSpec target = database("target", plan);
        int jobs = Integer.parseInt(plan.getProperty("jobs"));
        DatabaseCopier copier = new JdbcDatabaseCopier();
        if (!arguments[1].equals("compare")) {
            Strategy strategy = arguments[1].equals("clone") ? Strategy.CLONE : Strategy.STREAM;
            copy(copier.copy(new CopyRequest(source, target, "benchmark", jobs, strategy), Progress.NONE));
        } else {
            compare(copier.compare(new CompareRequest(source, target, jobs), Progress.NONE));
        }
    }

    private static void copy(CopyResult result) {
        result.tables()
                .forEach(table -> System.out.printf(
                        "  %-40s %12d bytes %7d ms  %s  %s%n",
                        table.table(), table.bytes(), table.millis(), table.lane(), table.digest().map(Object::toString).orElse("")));
        System.out.printf("  %d rows, %d bytes, %d ms; %s%n", result.rows(), result.bytes(), result.millis(), result.strategy());
        result.notCarried().forEach(what -> System.out.println("  not carried: " + what));
    }

    private static void compare(CompareResult result) {
        System.out.printf("  %d tables, %d ms, equal: %s%n", result.tables().size(), result.millis(), result.equal());
        if (!result.equal()) {
            System.exit(1);
        }
    }

    private static DatabaseSpec database(String name, Properties plan) {
        Path driver = Paths.get(plan.getProperty("driver"));
        String snapshots = plan.getProperty(name + ".snapshots");
        return DatabaseSpec.named(name)
                .url(plan.getProperty(name + ".url"))
                .user(plan.getProperty("username"), plan.getProperty("password"))
                .drivers(Collections.singletonList(driver))
                .snapshots(snapshots == null ? null : Paths.get(snapshots))
                .build();
    }
}
