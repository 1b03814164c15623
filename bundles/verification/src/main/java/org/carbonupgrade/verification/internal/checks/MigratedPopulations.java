package org.carbonupgrade.verification.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonupgrade.verification.CheckContext;
import org.carbonupgrade.verification.Expectations;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.trace.Database;
import org.carbonupgrade.verification.internal.trace.RowsByTenant;

/** Looks whether the user manager's database holds as many users and roles of each tenant as the old one did. */
final class MigratedPopulations {

    private final Database users;
    private final CheckContext context;

    /** @param users the user manager's database */
    MigratedPopulations(Database users, CheckContext context) {
        this.users = users;
        this.context = context;
    }

    void check(List<Expectations.Population> expected) throws Exception {
        Map<String, List<Expectations.Population>> tables = expected.stream()
                .collect(Collectors.groupingBy(Expectations.Population::table, TreeMap::new, Collectors.toList()));
        List<String> totals = new ArrayList<>();
        for (Map.Entry<String, List<Expectations.Population>> table : tables.entrySet()) {
            Map<Integer, Long> now = RowsByTenant.of(users, table.getKey());
            long missing = 0;
            for (Expectations.Population population : table.getValue()) {
                missing += missing(population, now.getOrDefault(population.tenantId(), 0L));
            }
            if (missing == 0) {
                long rows = table.getValue().stream()
                        .mapToLong(Expectations.Population::rows)
                        .sum();
                totals.add(table.getKey() + " " + rows);
            }
        }
        context.count("populations", expected.size());
        if (!expected.isEmpty() && totals.size() == tables.size()) {
            context.add(Code.VF_OK.ok("each tenant has the users and roles that it had before (rows: "
                    + String.join(", ", totals) + ")"));
        }
    }

    /** How many are missing. More than there were is nothing lost: somebody is using the server, and it is said. */
    private long missing(Expectations.Population expected, long now) {
        String called = expected.table() + " of tenant " + expected.tenantId() + " held " + expected.rows()
                + " rows before and holds " + now + " now";
        if (now < expected.rows()) {
            context.add(Code.VF_ROWS_MISSING.fail(called));
            return expected.rows() - now;
        }
        if (now > expected.rows()) {
            context.add(Code.VF_ROWS_MORE.warn(called));
        }
        return 0;
    }
}
