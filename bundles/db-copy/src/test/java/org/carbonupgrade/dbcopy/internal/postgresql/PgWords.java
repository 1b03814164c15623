package org.carbonupgrade.dbcopy.internal.postgresql;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Statements of tests as older servers understand them. */
final class PgWords {

    private static final String FORCE = " WITH (FORCE)";

    private PgWords() {}

    static List<String> of(String sql, int version) {
        if (version < 13 && sql.endsWith(FORCE)) {
            String drop = sql.substring(0, sql.length() - FORCE.length());
            String name = drop.substring(drop.lastIndexOf(' ') + 1).replace("\"", "");
            return Arrays.asList(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'", drop);
        }
        return Collections.singletonList(version < 12 ? sql.replace(" GENERATED ALWAYS AS (id * 2) STORED", "") : sql);
    }
}
