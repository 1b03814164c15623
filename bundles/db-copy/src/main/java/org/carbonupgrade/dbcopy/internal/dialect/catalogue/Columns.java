package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** The columns of a schema's tables, as they are made and as their values are copied. */
public final class Columns {

    private final Map<ObjectName, List<String>> made = new LinkedHashMap<>();
    private final Map<ObjectName, List<Column>> copied = new TreeMap<>();
    private final Map<ObjectName, String> suffixes = new LinkedHashMap<>();
    private final Map<ObjectName, List<String>> keys = new LinkedHashMap<>();

    /** @param suffix what is behind the columns of the statement that makes the table; may be empty */
    public void table(ObjectName table, String suffix) {
        made.put(table, new ArrayList<>());
        copied.put(table, new ArrayList<>());
        suffixes.put(table, suffix);
    }

    public boolean has(ObjectName table) {
        return made.containsKey(table);
    }

    public Set<ObjectName> tables() {
        return made.keySet();
    }

    /**
     * The next column of a table.
     *
     * @param definition what is behind its name in the statement that makes the table
     * @param column how its values are copied, or null if the server makes them itself
     */
    public void add(ObjectName table, String name, String definition, Column column) {
        made.get(table).add(ObjectName.quote(name) + " " + definition.trim());
        if (column != null) {
            copied.get(table).add(column);
        }
    }

    /** The table's primary key. */
    public void key(ObjectName table, List<String> columns) {
        keys.put(table, columns);
    }

    /** The statements that make the tables, without any keys. */
    public void addTo(Definitions definitions) {
        made.forEach((table, columns) -> definitions.beforeRows(
                Kind.TABLE,
                table,
                ObjectName.NONE,
                ("CREATE TABLE " + table.sql() + " (" + String.join(", ", columns) + ") " + suffixes.get(table))
                        .trim()));
    }

    /**
     * The tables with the columns that are copied, sorted by name.
     *
     * @param noKey types of columns by which a table can't be read in order: sorted in another way than compared, or not at all
     */
    public List<Table> copied(Pattern noKey) {
        List<Table> tables = new ArrayList<>();
        copied.forEach((name, columns) -> {
            List<String> key = keys.getOrDefault(name, new ArrayList<>());
            List<String> usable = columns.stream()
                    .filter(column -> !noKey.matcher(column.type()).lookingAt())
                    .map(Column::name)
                    .collect(Collectors.toList());
            tables.add(new Table(name, columns, usable.containsAll(key) ? key : new ArrayList<>()));
        });
        return tables;
    }

    /** The error for a type that is not known here. */
    public static DbCopyException unknown(ObjectName table, String column, String type) {
        return new DbCopyException(
                DbError.DB_UNSUPPORTED,
                "Column " + column + " is of the type " + type + ", which is not supported.",
                table.toString());
    }
}
