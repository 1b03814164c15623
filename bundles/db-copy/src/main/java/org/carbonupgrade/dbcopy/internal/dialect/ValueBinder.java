package org.carbonupgrade.dbcopy.internal.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.internal.model.Column;

/** Binds a value, as a {@link org.carbonupgrade.dbcopy.digest.ColumnReader} read it, to a parameter. */
@FunctionalInterface
public interface ValueBinder {

    /**
     * Binds it.
     *
     * @param index of the parameter, counted from 1
     * @param value may be null; a stream is read before the call returns or before the row is added to the batch
     */
    void bind(PreparedStatement statement, int index, Column column, Object value) throws SQLException;
}
