package org.carbonupgrade.dbcopy.internal.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** Reads the columns and keys of tables from JDBC metadata, for dialects that describe the rest in their own words. */
public final class TableReader {

    /** Says of each column of the catalogue whether and how it is copied. */
    @FunctionalInterface
    public interface Columns {

        /** The column to copy, or null to leave it out (a computed one), for the current row of {@code getColumns}. */
        Column column(String table, ResultSet row) throws SQLException;
    }

    private final DatabaseMetaData metadata;
    private final String catalog;

    public TableReader(Connection connection) throws SQLException {
        this.metadata = connection.getMetaData();
        this.catalog = connection.getCatalog();
    }

    /**
     * The tables with these names, sorted by name.
     *
     * @param names qualified, unquoted
     */
    public List<Table> read(Collection<String> names, Columns columns) throws SQLException {
        Map<String, Builder> builders = new TreeMap<>();
        try (ResultSet row = metadata.getColumns(catalog, null, "%", "%")) {
            while (row.next()) {
                Builder table = new Builder(row.getString("TABLE_SCHEM"), row.getString("TABLE_NAME"));
                if (names.contains(table.qualified())) {
                    table = builders.computeIfAbsent(table.qualified(), table::self);
                    table.add(row.getInt("ORDINAL_POSITION"), columns.column(table.qualified(), row));
                }
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Builder builder : builders.values()) {
            tables.add(builder.table(key(builder)));
        }
        return tables;
    }

    private List<String> key(Builder table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet row = metadata.getPrimaryKeys(catalog, table.schema, table.name)) {
            while (row.next()) {
                key.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }
        return new ArrayList<>(key.values());
    }

    /** A table while its columns come in. */
    private static final class Builder {

        private final String schema;
        private final String name;
        private final Map<Integer, Column> columns = new TreeMap<>();

        Builder(String schema, String name) {
            this.schema = schema;
            this.name = name;
        }

        String qualified() {
            return schema + "." + name;
        }

        Builder self(String qualified) {
            return this;
        }

        void add(int position, Column column) {
            if (column != null) {
                columns.put(position, column);
            }
        }

        Table table(List<String> key) {
            boolean copied = columns.values().stream()
                    .map(Column::name)
                    .collect(Collectors.toSet())
                    .containsAll(key);
            return new Table(schema, name, new ArrayList<>(columns.values()), copied ? key : Collections.emptyList());
        }
    }
}
