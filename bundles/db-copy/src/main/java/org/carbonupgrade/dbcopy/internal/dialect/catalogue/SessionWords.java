package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;

/** What one type of server is told and asked when a session begins. Stateless. */
public abstract class SessionWords {

    /** Settings of the driver, beside user and password. */
    public Properties driver() {
        return new Properties();
    }

    /** Every session's first statements: values and names are understood in the same way by all. */
    public abstract List<String> everyone();

    /** Further first statements of a session that writes. */
    public List<String> writer() {
        return Collections.emptyList();
    }

    /** Asks for texts by which two sessions find out that they are in the same place; equal there, and nowhere else. */
    public abstract String who();

    /** Asks for what two databases must have in common so that values, and their order, mean the same: a name and a value a row. */
    public abstract String common();

    /** How one state is seen while rows are read; asked once, on a session of the source. */
    public abstract Reading reading(Connection source) throws SQLException;

    /** Asks for the bytes that the database takes. */
    public abstract String size();

    /** Statements that make a place of its own on the server, named as given. */
    public abstract List<String> makeScratch(Connection connection, String name) throws SQLException;

    /** Statements that turn a session to that place. */
    public abstract List<String> enterScratch(String name);

    /** Statements that remove that place. */
    public abstract List<String> dropScratch(Connection connection, String name) throws SQLException;

    /** The first column of a query's first row, or an empty text. */
    protected static String first(Connection connection, String query) throws SQLException {
        List<String> found = Jdbc.column(connection, query);
        return found.isEmpty() || found.get(0) == null ? "" : found.get(0).trim();
    }
}
