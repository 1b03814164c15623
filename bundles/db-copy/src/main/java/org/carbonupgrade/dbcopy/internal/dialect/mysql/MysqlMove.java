package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane.Moved;
import org.carbonupgrade.dbcopy.internal.dialect.Passed;
import org.carbonupgrade.dbcopy.internal.model.Table;

/** One way in which rows get into the staging schema. Whether they are the right ones is found out by whoever uses it. */
interface MysqlMove {

    /** What people know it by. */
    String name();

    /** What a table's report calls it. */
    String lane();

    /** Refuses a table whose longest row, so many bytes, can't go this way. */
    void require(long longest, Table table);

    /**
     * Moves the rows of a part, in the target's transaction.
     *
     * @param expected what there is to be moved
     */
    void move(Connection source, Connection target, MysqlPart part, Passed expected, Moved moved) throws SQLException;
}
