package org.carbonupgrade.internal.staging;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.internal.home.DatabaseUse;

/**
 * Says how much it matters where a staged schema is not what the create script makes. The script makes all tables of the kernel;
 * a database that serves only the registry may do without those of the user manager.
 */
final class Severity {

    private Severity() {}

    static Status of(SchemaDrift drift, Set<DatabaseUse> uses) {
        switch (drift.kind()) {
            case TABLE_MISSING:
                return needed(drift.table(), uses) ? Status.FAIL : Status.OK;
            case COLUMN_MISSING:
                return Status.FAIL;
            case COLUMN_CHANGED:
            case INDEX_MISSING:
            case INDEX_RENAMED:
                return Status.WARN;
            default:
                return Status.OK;
        }
    }

    /** In a database that has a component's tables: whatever its script makes is needed. */
    static Status ofComponent(SchemaDrift drift) {
        return drift.kind() == SchemaDrift.Kind.TABLE_MISSING ? Status.FAIL : of(drift, Collections.emptySet());
    }

    /** Whether a database with these uses can't do without a table. */
    static boolean needed(String table, Set<DatabaseUse> uses) {
        // some databases fold names to small letters
        String name = table.substring(table.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        return uses.stream()
                .map(DatabaseUse::tablePrefix)
                .anyMatch(prefix -> !prefix.isEmpty() && name.startsWith(prefix));
    }
}
