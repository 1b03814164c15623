package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.digest.ColumnReader;
import org.carbonupgrade.dbcopy.internal.model.Column;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** A column as the catalogue describes it. Immutable apart from being filled by {@link PgColumns}. */
final class PgColumn {

    /** The JDBC type of columns whose binary form means something in their own database only. */
    private static final int TEXT_ONLY = Types.OTHER;

    String name;
    String type;
    String collation;
    String generated;
    String identity;
    boolean notNull;
    boolean local;
    boolean bytes;
    boolean portable;
    final List<String> settings = new ArrayList<>();

    boolean local() {
        return local;
    }

    /** As {@code CREATE TABLE} has it; a default is added later. */
    String definition(boolean withoutIdentity) {
        return ObjectName.quote(name) + " " + type
                + (collation == null ? "" : " COLLATE " + collation)
                + (generated == null ? "" : " GENERATED ALWAYS AS (" + generated + ") STORED")
                + (identity == null || withoutIdentity ? "" : " " + identity)
                + (notNull ? " NOT NULL" : "");
    }

    /** What only {@code ALTER COLUMN} can say, behind these words. */
    List<String> settings() {
        return settings.stream()
                .map(setting -> ObjectName.quote(name) + " " + setting)
                .collect(Collectors.toList());
    }

    /** Whether the rows of a table can go as the server's own bytes. */
    static boolean portable(Table table) {
        return table.columns().stream().noneMatch(column -> column.jdbcType() == TEXT_ONLY);
    }

    /** The table that holds rows of its own; computed columns are computed again. */
    static Table table(ObjectName name, List<PgColumn> all, List<String> key) {
        List<Column> copied = all.stream()
                .filter(column -> column.generated == null)
                .map(PgColumn::column)
                .collect(Collectors.toList());
        boolean whole =
                copied.stream().map(Column::name).collect(Collectors.toSet()).containsAll(key);
        return new Table(name, "ONLY " + name.sql(), copied, whole ? key : new ArrayList<>());
    }

    /** Every value is read as the server's own text, which no JVM's time zone or number can change. */
    private Column column() {
        ColumnReader reader = bytes ? ResultSet::getBytes : ResultSet::getString;
        int jdbcType = !portable ? TEXT_ONLY : bytes ? Types.BINARY : Types.VARCHAR;
        return new Column(name, jdbcType, type + (notNull ? " NOT NULL" : ""), reader);
    }
}
