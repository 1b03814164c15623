package org.carbonupgrade.internal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.carbonupgrade.Finding;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.database.Rows;
import org.carbonupgrade.internal.step.Workplace;

/** The users of the staging databases may make tables there, and the databases take what is written. */
final class StagingRights implements Prerequisite {

    private static final String[] MYSQL_RIGHTS = {
        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INDEX", "REFERENCES"
    };

    @Override
    public void judge(Workplace workplace, Consumer<Finding> found) {
        for (DatabasePair pair : workplace.databases().pairs()) {
            try {
                List<String> missing = missing(pair, workplace);
                if (!missing.isEmpty()) {
                    found.accept(UpgradeError.STAGING_RIGHTS.found(
                            Status.FAIL,
                            pair.name(),
                            "The staging database can't be written to: " + String.join(", ", missing) + "."));
                }
            } catch (DbCopyException e) {
                // said by those who look whether each staging database is empty
            }
        }
    }

    private static List<String> missing(DatabasePair pair, Workplace workplace) {
        Optional<Path> file = workplace.copier().identify(pair.staging()).file();
        if (file.isPresent()) {
            return unwritable(file.get());
        }
        switch (workplace.copier().identify(pair.staging()).type()) {
            case "PostgreSQL":
                return workplace.copier().query(pair.staging(), StagingRights::postgresql);
            case "MySQL/MariaDB":
                return workplace.copier().query(pair.staging(), StagingRights::mysql);
            default:
                return new ArrayList<>();
        }
    }

    private static List<String> unwritable(Path file) {
        List<String> missing = new ArrayList<>();
        Path place = file.toAbsolutePath().getParent();
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (!Files.isWritable(place)) {
            missing.add("we may not write to " + place);
        }
        return missing;
    }

    private static List<String> postgresql(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        if ("t".equals(first(connection, "SELECT pg_is_in_recovery()"))) {
            missing.add("its server is a standby");
        }
        if ("f"
                .equals(first(
                        connection, "SELECT has_schema_privilege(coalesce(current_schema(), 'public'), 'CREATE')"))) {
            missing.add("its user lacks CREATE on the schema");
        }
        return missing;
    }

    private static List<String> mysql(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        if ("1".equals(first(connection, "SELECT @@global.read_only"))) {
            missing.add("its server is read-only");
        }
        String held = String.join("\n", column(connection, "SHOW GRANTS"));
        // What a role grants is not listed here.
        boolean roles =
                Pattern.compile("(?m)^GRANT [`'][^\n]* TO ").matcher(held).find();
        for (String right : MYSQL_RIGHTS) {
            boolean granted = Pattern.compile("GRANT ([^\n]*\\b" + right + "\\b|ALL PRIVILEGES)[^\n]* ON ")
                    .matcher(held)
                    .find();
            if (!granted && !roles) {
                missing.add("its user lacks " + right);
            }
        }
        return missing;
    }

    private static String first(Connection connection, String query) throws SQLException {
        return column(connection, query).get(0);
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        return Rows.all(connection, query, row -> row.getString(1));
    }
}
