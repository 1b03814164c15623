package org.carbonupgrade.dbcopy;

import java.sql.Connection;
import java.sql.SQLException;

/** A question put to a database on a connection that can't write. */
@FunctionalInterface
public interface Query<T> {

    /** The answer; may be null. The connection must not be kept. */
    T ask(Connection connection) throws SQLException;
}
