package org.carbonupgrade.internal.backup;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carbonupgrade.dbcopy.DatabaseCopier;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.internal.database.DatabasePair;
import org.carbonupgrade.internal.database.Rows;
import org.carbonupgrade.internal.plan.Plan;
import org.carbonupgrade.internal.step.Workplace;

/** Which way of dumping there is for which database. */
final class Dumps {

    private static final String EVENTS =
            "SELECT COUNT(*) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()";

    private final Plan plan;
    private final DatabaseCopier copier;

    Dumps(Workplace workplace) {
        this.plan = workplace.plan();
        this.copier = workplace.copier();
    }

    /** What a database lacks to be dumped, for people; empty if it can be. */
    Optional<String> missing(DatabasePair pair) {
        DatabaseSpec old = pair.old();
        if (isEmbedded(old)) {
            return Optional.empty();
        }
        Optional<String> untold = untold(old);
        if (untold.isPresent()) {
            return Optional.of(pair + " (" + untold.get() + ")");
        }
        List<String> programs = programs(old, "");
        if (programs.isEmpty()) {
            return Optional.of(pair + " (there is no program for this type of database)");
        }
        return Tool.find(plan, programs).isPresent()
                ? Optional.empty()
                : Optional.of(
                        pair + " (" + String.join(" or ", programs) + " is not on the path, nor in backup.tools)");
    }

    /** Empty if there is no way. */
    Optional<DatabaseDump> of(DatabasePair pair) {
        DatabaseSpec old = pair.old();
        if (isEmbedded(old)) {
            return Optional.of(new H2Script(old, copier));
        }
        String type = copier.identify(old).type();
        Optional<Path> program =
                Tool.find(plan, programs(old, copier.inspect(old).version()));
        return program.map(found -> type.equals("PostgreSQL")
                ? new PostgresDump(found, ServerLogin.of(old, copier))
                : new MysqlDump(found, ServerLogin.of(old, copier), hasEvents(old)));
    }

    private Optional<String> untold(DatabaseSpec database) {
        return copier.identify(database).type().equals("MySQL/MariaDB")
                ? new MysqlTls(new UrlParameters(database.url())).untold()
                : Optional.empty();
    }

    private List<String> programs(DatabaseSpec database, String version) {
        switch (copier.identify(database).type()) {
            case "PostgreSQL":
                return PostgresDump.PROGRAMS;
            case "MySQL/MariaDB":
                return version.toLowerCase(Locale.ROOT).contains("mariadb") ? MysqlDump.OF_MARIADB : MysqlDump.OF_MYSQL;
            default:
                return Collections.emptyList();
        }
    }

    private boolean isEmbedded(DatabaseSpec database) {
        return copier.identify(database).file().isPresent();
    }

    private boolean hasEvents(DatabaseSpec database) {
        return copier.query(database, connection -> Rows.count(connection, EVENTS) > 0);
    }
}
