package org.carbonupgrade.dbcopy.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.carbonupgrade.dbcopy.internal.model.Table;

/**
 * A way to move rows, and to digest them, that only one type of database has. Digests of a lane are equal for equal rows of tables
 * with the same columns; they are not those of another lane. One may be made for two databases that are open.
 */
public interface FastLane {

    /** Is told of rows on the way, and may end the work by throwing. */
    @FunctionalInterface
    interface Moved {
        void rows(long rows, long bytes);
    }

    /** What people know it by. */
    String name();

    /** How the rows of one table go, or have gone, such as {@code copy binary}. */
    String name(Table table);

    /** How large tables are: for the order of the work and for people who wait for its end, so estimated. */
    Map<Table, TableSize> sizes(Connection connection, List<Table> tables) throws SQLException;

    /**
     * The parts that a table is moved in, each in one transaction of the target. At least one; together all rows, whatever the size
     * has become meanwhile.
     *
     * @param size of the table
     * @param bytes how large a part should be
     * @return names of parts, without blanks; an equal name means equal rows as long as the source does not change
     */
    List<String> parts(Connection source, Table table, TableSize size, long bytes) throws SQLException;

    /** Whether a table that is one part costs less than the same rows in several. */
    default boolean loadsWholeTablesCheaper() {
        return false;
    }

    /** Removes all rows of a table, in the connection's transaction. */
    void empty(Connection target, Table table) throws SQLException;

    /**
     * Moves a part of a table, in a transaction of the target that begins with it.
     *
     * @param alone whether it is the only part; rows that the target has are removed then
     */
    Passed move(Connection source, Connection target, Table table, String part, boolean alone, Moved moved)
            throws SQLException;

    /** Digests all rows of a table. */
    Passed digest(Connection database, Table table, Moved moved) throws SQLException;
}
