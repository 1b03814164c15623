package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.ObjectName;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Stage;

/** Reads what holds SQL of its own: routines, views, triggers and events, with the session in which that SQL has its meaning. */
final class MysqlPrograms {

    private static final String ROUTINES = "SELECT ROUTINE_TYPE, ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES"
            + " WHERE ROUTINE_SCHEMA = DATABASE() ORDER BY ROUTINE_TYPE, ROUTINE_NAME";
    private static final String TRIGGERS = "SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE FROM INFORMATION_SCHEMA.TRIGGERS"
            + " WHERE TRIGGER_SCHEMA = DATABASE()"
            + " ORDER BY EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER";
    private static final String EVENTS =
            "SELECT EVENT_NAME FROM INFORMATION_SCHEMA.EVENTS WHERE EVENT_SCHEMA = DATABASE() ORDER BY EVENT_NAME";
    private static final String VIEWS = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'VIEW' ORDER BY TABLE_NAME";

    private static final Pattern STATE =
            Pattern.compile("(ON COMPLETION (?:NOT )?PRESERVE) (?:ENABLE|DISABLE ON SLAVE)\\b");

    private final Connection connection;
    private final String schema;
    private final MysqlDefiner definer;
    private final Pattern itself;
    private List<SchemaObject> objects;
    private List<String> notCarried;

    MysqlPrograms(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.definer = MysqlDefiner.of(connection);
        this.itself = Pattern.compile("(?<![\\w$.])[\"`]?" + Pattern.quote(schema) + "[\"`]?\\s*\\.\\s*[\"`\\w$]");
    }

    void addTo(List<SchemaObject> all, List<String> missing) throws SQLException {
        this.objects = all;
        this.notCarried = missing;
        List<SchemaObject> behindViews = new ArrayList<>();
        MysqlSession.quoteNamesWithBackticks(connection);
        for (String[] each : Jdbc.all(connection, ROUTINES, row -> new String[] {row.getString(1), row.getString(2)})) {
            routine(each[0], each[1]);
        }
        this.objects = behindViews;
        for (String[] each : Jdbc.all(connection, TRIGGERS, row -> new String[] {row.getString(1), row.getString(2)})) {
            program(Kind.TRIGGER, "TRIGGER", each[0], ObjectName.of(each[1]), "SQL Original Statement");
        }
        for (String event : Jdbc.column(connection, EVENTS)) {
            program(Kind.EVENT, "EVENT", event, ObjectName.NONE, "Create Event");
        }
        this.objects = all;
        MysqlSession.common(connection);
        views();
        all.addAll(behindViews);
    }

    private void routine(String type, String name) throws SQLException {
        if (type.equals("FUNCTION")) {
            program(Kind.FUNCTION, type, name, ObjectName.NONE, "Create Function");
        } else if (type.equals("PROCEDURE")) {
            program(Kind.PROCEDURE, type, name, ObjectName.NONE, "Create Procedure");
        } else {
            notCarried.add(type.toLowerCase(Locale.ROOT) + " " + name + ": packages are not supported");
        }
    }

    private void program(Kind kind, String type, String name, ObjectName table, String column) throws SQLException {
        Jdbc.each(connection, "SHOW CREATE " + type + " " + Sql.quote(name, '`'), row -> {
            String created = row.getString(column);
            if (created == null) {
                notCarried.add(kind.label() + " " + name + ": the user may not read its definition");
            } else if (itself.matcher(created).find()) {
                notCarried.add(kind.label() + " " + name + ": it names its own schema " + schema
                        + ", and would work on the old database's");
            } else {
                String statement = STATE.matcher(definer.of(created)).replaceFirst("$1 DISABLE");
                add(kind, name, table, kind == Kind.EVENT ? statement : definer.of(created), row, context(row, kind));
            }
        });
    }

    private static String context(ResultSet row, Kind kind) throws SQLException {
        return "sql_mode = " + Sql.literal(row.getString("sql_mode")) + ", "
                + (kind == Kind.EVENT ? "time_zone = " + Sql.literal(row.getString("time_zone")) + ", " : "");
    }

    private void views() throws SQLException {
        MysqlViews views = new MysqlViews(Jdbc.column(connection, VIEWS));
        for (String view : views.names()) {
            Jdbc.each(
                    connection,
                    "SHOW CREATE VIEW " + ObjectName.quote(view),
                    row -> views.put(view, row.getString("Create View"), row.getString(3), row.getString(4)));
        }
        for (MysqlViews.View view : views.inOrder()) {
            if (view.isAmbiguous(schema)) {
                notCarried.add("view " + view.name() + ": it calls something in it " + schema + ", like its schema");
            } else {
                String plain = definer.of(Sql.unqualified(view.definition(), schema));
                add(Kind.VIEW, view.name(), ObjectName.NONE, plain, "", view.charset(), view.collation());
            }
        }
    }

    private void add(Kind kind, String name, ObjectName table, String statement, ResultSet row, String context)
            throws SQLException {
        add(
                kind,
                name,
                table,
                statement,
                context,
                row.getString("character_set_client"),
                row.getString("collation_connection"));
    }

    private void add(
            Kind kind,
            String name,
            ObjectName table,
            String statement,
            String context,
            String charset,
            String collation) {
        if (!charset.startsWith("utf8") && statement.chars().anyMatch(c -> c > 126)) {
            notCarried.add(kind.label() + " " + name + ": its text was written in " + charset + ", and is not ASCII");
            return;
        }
        String definition = MysqlContext.around(
                statement, context + "character_set_client = " + charset + ", collation_connection = " + collation);
        objects.add(new SchemaObject(kind, ObjectName.of(name), table, definition, definition, Stage.KEYS));
    }
}
