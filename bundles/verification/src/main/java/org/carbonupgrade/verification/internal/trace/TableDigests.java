package org.carbonupgrade.verification.internal.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** What a set of tables held at one moment: equal digests, equal rows. Immutable. */
public final class TableDigests {

    private final Map<String, TableDigest> tables;

    /** @param tables by data source and table, such as {@code WSO2_CARBON_DB UM_USER} */
    public TableDigests(Map<String, TableDigest> tables) {
        this.tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    }

    public Map<String, TableDigest> tables() {
        return tables;
    }

    /** How many rows the tables held, all together. */
    public long rows() {
        return tables.values().stream().mapToLong(TableDigest::rows).sum();
    }

    /**
     * Those of the tables {@code UM_*}. Of all tables, only these stay as they are when the server starts: it writes some of
     * the registry's anew each time.
     */
    public TableDigests ofUsers() {
        Map<String, TableDigest> users = new TreeMap<>(tables);
        users.keySet().removeIf(name -> !name.contains(" UM_"));
        return new TableDigests(users);
    }

    /** Each table that holds something else now, in words; empty if none does. */
    public List<String> changesTo(TableDigests now) {
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(now.tables.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            TableDigest before = tables.get(name);
            TableDigest after = now.tables.get(name);
            if (before == null) {
                changes.add(name + " was not there before");
            } else if (after == null) {
                changes.add(name + " is not there any more");
            } else if (!before.equals(after)) {
                changes.add(name + " held " + before.rows() + " rows before and holds " + after.rows()
                        + (before.rows() == after.rows() ? ", some of them different," : "") + " now");
            }
        }
        return changes;
    }
}
