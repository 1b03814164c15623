package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads everything that a schema of the server consists of, in the server's own words but without the schema's name in them. */
final class MysqlSchemaReader {

    /** Engines whose tables have no rows of their own. */
    private static final Set<String> ELSEWHERE =
            new HashSet<>(Arrays.asList("MRG_MYISAM", "FEDERATED", "CONNECT", "SPIDER", "SPHINX", "S3"));

    private static final String TABLES = "SELECT TABLE_NAME, TABLE_TYPE, ENGINE FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME";

    private final Connection connection;
    private final String schema;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> notCarried = new ArrayList<>();

    MysqlSchemaReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.schema = Jdbc.first(connection, "SELECT DATABASE()");
    }

    Schema read() throws SQLException {
        List<String[]> all = Jdbc.all(connection, TABLES, row ->
                new String[] {row.getString(1), String.valueOf(row.getString(2)), row.getString(3)});
        objects.add(settings());
        List<SchemaObject> positions = new ArrayList<>();
        Set<String> tables = new HashSet<>();
        for (String[] each : all) {
            if (each[1].equals("SEQUENCE")) {
                sequence(each[0], positions);
            }
        }
        tables(all, tables, positions);
        objects.addAll(positions);
        MysqlPrograms programs = new MysqlPrograms(connection, schema);
        programs.addTo(objects, notCarried);
        return new Schema("", objects, new MysqlTables(connection).read(tables), notCarried);
    }

    private void tables(List<String[]> all, Set<String> tables, List<SchemaObject> positions) throws SQLException {
        List<SchemaObject> keys = new ArrayList<>();
        List<SchemaObject> foreignKeys = new ArrayList<>();
        MysqlForeignKeys references = new MysqlForeignKeys(connection);
        MysqlCollations collations = new MysqlCollations(connection);
        for (String[] each : all) {
            if (!each[1].equals("BASE TABLE") && !each[1].equals("SYSTEM VERSIONED")) {
                continue;
            }
            if (each[2] == null || ELSEWHERE.contains(each[2].toUpperCase(Locale.ROOT))) {
                notCarried.add(
                        "table " + each[0] + ": its rows are elsewhere, or can't be read (engine " + each[2] + ")");
                continue;
            }
            if (each[1].equals("SYSTEM VERSIONED")) {
                notCarried.add("the history of table " + each[0] + ": its rows are carried as they are now");
            }
            String created = Jdbc.all(
                            connection, "SHOW CREATE TABLE " + ObjectName.quote(each[0]), row -> row.getString(2))
                    .get(0);
            String definition = references.quoted(each[0], created);
            CreateTable table = new CreateTable(each[0], Sql.unqualified(definition, schema), collations);
            tables.add(each[0]);
            objects.add(table.bare());
            objects.addAll(table.within());
            keys.addAll(table.keys());
            foreignKeys.addAll(table.foreignKeys());
            positions.addAll(table.position());
        }
        objects.addAll(keys);
        objects.addAll(foreignKeys);
    }

    /** What decides how later tables are made: a table has its own in its definition. */
    private SchemaObject settings() throws SQLException {
        return Jdbc.all(connection, "SELECT * FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = DATABASE()", row -> {
                    int last = row.getMetaData().getColumnCount();
                    boolean commented = row.getMetaData().getColumnLabel(last).equalsIgnoreCase("SCHEMA_COMMENT");
                    String definition = "ALTER DATABASE CHARACTER SET "
                            + row.getString("DEFAULT_CHARACTER_SET_NAME") + " COLLATE "
                            + row.getString("DEFAULT_COLLATION_NAME")
                            + (commented ? " COMMENT " + Sql.literal(row.getString(last)) : "");
                    ObjectName name = ObjectName.described("the schema's character set");
                    return new SchemaObject(
                            Kind.SETTING, name, ObjectName.NONE, definition, definition, Stage.FOUNDATION);
                })
                .get(0);
    }

    /** A sequence's next value is the first that no session has set aside yet. */
    private void sequence(String name, List<SchemaObject> positions) throws SQLException {
        ObjectName sequence = ObjectName.of(name);
        String created = Jdbc.all(connection, "SHOW CREATE SEQUENCE " + sequence.sql(), row -> row.getString(2))
                .get(0);
        String definition = Sql.unqualified(created, schema);
        objects.add(new SchemaObject(Kind.SEQUENCE, sequence, ObjectName.NONE, definition, definition, Stage.TABLES));
        String position = Jdbc.all(
                        connection,
                        "SELECT next_not_cached_value, cycle_count FROM " + sequence.sql(),
                        row -> "DO SETVAL(" + sequence.sql() + ", " + row.getString(1) + ", 0, " + row.getString(2)
                                + ")")
                .get(0);
        positions.add(new SchemaObject(
                Kind.SEQUENCE,
                ObjectName.described("position of sequence " + sequence),
                ObjectName.NONE,
                position,
                position,
                Stage.KEYS));
    }
}
