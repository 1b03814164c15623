package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** A statement together with the variables of the session that it has to be run in, which the server keeps with what it makes. */
final class MysqlContext {

    private static final String BEGIN = "/* SET SESSION ";
    private static final String END = " */ ";

    private MysqlContext() {}

    /** The statement behind a comment that says which variables it needs. */
    static String around(String statement, String variables) {
        return BEGIN + variables + END + statement;
    }

    /** The statement and its variables in other words. */
    static String translated(String definition, UnaryOperator<String> variables, UnaryOperator<String> statement) {
        if (!definition.startsWith(BEGIN)) {
            return statement.apply(definition);
        }
        int end = definition.indexOf(END);
        return BEGIN
                + variables.apply(definition.substring(BEGIN.length(), end))
                + END
                + statement.apply(definition.substring(end + END.length()));
    }

    /** Runs a statement, with its variables if it says so. */
    static void run(Connection connection, String definition) throws SQLException {
        if (!definition.startsWith(BEGIN)) {
            Jdbc.execute(connection, definition);
            return;
        }
        int end = definition.indexOf(END);
        Jdbc.execute(connection, "SET SESSION " + definition.substring(BEGIN.length(), end));
        try {
            Jdbc.execute(connection, definition.substring(end + END.length()));
        } finally {
            MysqlSession.common(connection);
        }
    }
}
