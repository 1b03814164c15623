package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** Names what a copy is not given because of rights: those that others have, and those that the user lacks to see everything. */
final class MysqlRights {

    private static final String GRANTED =
            "SELECT GRANTEE, GROUP_CONCAT(DISTINCT PRIVILEGE_TYPE ORDER BY PRIVILEGE_TYPE) FROM ("
                    + "SELECT GRANTEE, PRIVILEGE_TYPE FROM INFORMATION_SCHEMA.SCHEMA_PRIVILEGES WHERE DATABASE() LIKE TABLE_SCHEMA"
                    + " UNION ALL SELECT GRANTEE, CONCAT(PRIVILEGE_TYPE, ' on ', TABLE_NAME)"
                    + " FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE()"
                    + " UNION ALL SELECT GRANTEE, CONCAT(PRIVILEGE_TYPE, ' on ', TABLE_NAME, '.', COLUMN_NAME)"
                    + " FROM INFORMATION_SCHEMA.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE()"
                    + ") granted GROUP BY GRANTEE ORDER BY GRANTEE";

    private static final String HELD = "SELECT PRIVILEGE_TYPE FROM INFORMATION_SCHEMA.USER_PRIVILEGES"
            + " UNION SELECT PRIVILEGE_TYPE FROM INFORMATION_SCHEMA.SCHEMA_PRIVILEGES WHERE DATABASE() LIKE TABLE_SCHEMA";

    private static final String[][] TO_SEE = {{"TRIGGER", "triggers"}, {"EVENT", "events"}, {"EXECUTE", "routines"}};

    private MysqlRights() {}

    /** The schema with what rights are about among the things that are not carried. */
    static Schema named(Schema schema, Connection source) throws SQLException {
        List<String> notCarried = new ArrayList<>(schema.notCarried());
        String user = Jdbc.first(source, "SELECT CURRENT_USER()");
        Jdbc.each(source, GRANTED, row -> {
            String grantee = row.getString(1);
            if (!grantee.replace("'", "").equals(user)) {
                notCarried.add("rights of " + grantee + " on the schema: "
                        + row.getString(2).replace(",", ", "));
            }
        });
        List<String> held = Jdbc.column(source, HELD);
        for (String[] right : TO_SEE) {
            if (!held.contains(right[0])) {
                notCarried.add(
                        right[1] + ", if there are any: without the right " + right[0] + " the user does not see them");
            }
        }
        schema.objects().stream()
                .filter(object -> object.kind() == Kind.EVENT)
                .forEach(object -> notCarried.add("that " + object + " is enabled, if it is: it comes disabled, to be"
                        + " enabled when staging is production"));
        return new Schema(schema.home(), new ArrayList<>(schema.objects()), schema.tables(), notCarried);
    }
}
