package org.carbonupgrade.internal.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.Status;
import org.carbonupgrade.internal.database.Rows;

/** A setting of a database or its server that decides how data are kept there. Immutable. */
final class ServerSetting {

    private static final String ANY_CHARACTER = "UTF8";
    private static final String PG_DATABASE = " FROM pg_catalog.pg_database WHERE datname = current_database()";

    private static final List<ServerSetting> POSTGRESQL = Arrays.asList(
            new ServerSetting("encoding", "SELECT current_setting('server_encoding')", Status.FAIL),
            new ServerSetting("collation", "SELECT datcollate" + PG_DATABASE, Status.WARN),
            new ServerSetting("character classification", "SELECT datctype" + PG_DATABASE, Status.WARN));

    private static final List<ServerSetting> MYSQL = Arrays.asList(
            new ServerSetting("lower_case_table_names", "SELECT @@lower_case_table_names", Status.FAIL),
            // Tables keep their own; these are for tables that are made later.
            new ServerSetting("character set", "SELECT @@character_set_database", Status.WARN),
            new ServerSetting("collation", "SELECT @@collation_database", Status.WARN));

    private final String label;
    private final String query;
    private final Status whenOther;

    private ServerSetting(String label, String query, Status whenOther) {
        this.label = label;
        this.query = query;
        this.whenOther = whenOther;
    }

    /** The settings to be looked at for a type of database. */
    static List<ServerSetting> of(String type) {
        switch (type) {
            case "PostgreSQL":
                return POSTGRESQL;
            case "MySQL/MariaDB":
                return MYSQL;
            default:
                return Collections.emptyList();
        }
    }

    String read(Connection connection) throws SQLException {
        List<String> values = Rows.all(connection, query, row -> String.valueOf(row.getString(1)));
        return values.isEmpty() ? "" : values.get(0);
    }

    /** How bad it is that staging has another value. */
    Status whenOther(String old, String staging) {
        boolean holdsAll = label.equals("encoding") && staging.equals(ANY_CHARACTER) && !old.equals("SQL_ASCII");
        return holdsAll ? Status.WARN : whenOther;
    }

    @Override
    public String toString() {
        return label;
    }
}
