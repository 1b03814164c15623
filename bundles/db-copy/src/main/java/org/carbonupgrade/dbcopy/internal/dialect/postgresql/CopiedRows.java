package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;

/** Tells the rows in a stream of {@code COPY} apart and digests them as they stand there. */
abstract class CopiedRows {

    final RowDigest row = new RowDigest();
    private TableDigest digest = TableDigest.EMPTY;
    private long bytes;

    /** The next bytes of the stream, which may begin and end anywhere. */
    final void take(byte[] content) throws SQLException {
        bytes += content.length;
        split(content);
    }

    abstract void split(byte[] content) throws SQLException;

    /** Refuses a stream that ends in the middle. */
    abstract void requireEnd() throws SQLException;

    final void rowEnds() {
        digest = digest.plus(row.finish());
    }

    final TableDigest digest() {
        return digest;
    }

    final long bytes() {
        return bytes;
    }
}
