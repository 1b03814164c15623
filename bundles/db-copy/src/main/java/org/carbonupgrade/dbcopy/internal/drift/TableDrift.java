package org.carbonupgrade.dbcopy.internal.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.SchemaDrift.Kind;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Tables and columns that are missing, other than expected, or extra. */
final class TableDrift {

    private final List<SchemaDrift> drifts = new ArrayList<>();

    static List<SchemaDrift> of(Schema expected, Schema actual) {
        TableDrift drift = new TableDrift();
        Map<String, Table> theirs = byName(actual.tables(), Table::toString);
        for (Table table : expected.tables()) {
            Table found = theirs.remove(table.toString());
            if (found == null) {
                drift.add(Kind.TABLE_MISSING, table.toString(), table.toString(), "the table is missing");
            } else {
                drift.columns(table, found);
            }
        }
        theirs.keySet()
                .forEach(name -> drift.add(Kind.EXTRA, name, name, "a table that the create script does not make"));
        return drift.drifts;
    }

    private void columns(Table expected, Table actual) {
        Map<String, Column> theirs = byName(actual.columns(), Column::name);
        for (Column column : expected.columns()) {
            Column found = theirs.remove(column.name());
            String name = expected + "." + column.name();
            if (found == null) {
                add(
                        Kind.COLUMN_MISSING,
                        expected.toString(),
                        name,
                        "the column is missing; expected: " + column.type());
            } else if (!found.type().equals(column.type())) {
                add(
                        Kind.COLUMN_CHANGED,
                        expected.toString(),
                        name,
                        "the column is " + found.type() + "; expected: " + column.type());
            }
        }
        theirs.keySet()
                .forEach(name -> add(
                        Kind.EXTRA,
                        expected.toString(),
                        expected + "." + name,
                        "a column that the create script does not make"));
    }

    private void add(Kind kind, String table, String object, String what) {
        drifts.add(new SchemaDrift(kind, table, object, what, null));
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(name, Function.identity(), (a, b) -> a, TreeMap::new));
    }
}
