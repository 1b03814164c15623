package org.carbonupgrade.dbcopy.internal.dialect.mysql;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.carbonupgrade.dbcopy.digest.ColumnReader;
import org.carbonupgrade.dbcopy.internal.dialect.FastLane.Moved;
import org.carbonupgrade.dbcopy.internal.model.Column;

/**
 * Rows of a query as {@code LOAD DATA} wants them: values between tabs, a row a line, backslashes before what means something. They
 * are read as they are asked for. A failure ends the stream and is kept: a driver that is thrown at in the middle of its work
 * leaves a connection that nobody can use.
 */
final class MysqlRowStream extends InputStream {

    private static final long REPORT = 1 << 20;
    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] NOTHING = {};

    /** What stands behind the backslash, for bytes that need one. */
    private static final byte[] ESCAPED = new byte[256];

    static {
        ESCAPED[0] = '0';
        ESCAPED['\t'] = 't';
        ESCAPED['\n'] = 'n';
        ESCAPED['\\'] = '\\';
    }

    private final ResultSet rows;
    private final List<Column> columns;
    private final Moved moved;
    private int column;
    private byte[] value = NOTHING;
    private boolean isNull;
    private int at;
    private int pending = -1;
    private long movedRows;
    private long movedBytes;
    private boolean ended;
    private Exception failure;

    /** @param columns of the query; those that are no numbers are read as bytes */
    MysqlRowStream(ResultSet rows, List<Column> columns, Moved moved) {
        this.rows = rows;
        this.columns = columns;
        this.moved = moved;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int to = offset;
        try {
            while (to < offset + length && !ended) {
                if (pending >= 0) {
                    buffer[to++] = (byte) pending;
                    pending = -1;
                } else if (at < value.length) {
                    to = copy(buffer, to, offset + length);
                } else {
                    next();
                }
            }
        } catch (SQLException | RuntimeException e) {
            failure = e;
            ended = true;
        }
        return to == offset && length > 0 ? -1 : to - offset;
    }

    /** Throws what ended the stream before the last row. */
    void requireEnd() throws SQLException {
        if (failure instanceof SQLException) {
            throw (SQLException) failure;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    /** As much of the value as needs no more than one byte behind it. */
    private int copy(byte[] buffer, int from, int end) {
        int to = from;
        while (to < end && at < value.length) {
            byte escaped = isNull ? 0 : ESCAPED[value[at] & 0xff];
            if (escaped != 0) {
                buffer[to++] = '\\';
                pending = escaped;
                at++;
                return to;
            }
            buffer[to++] = value[at++];
        }
        return to;
    }

    /** Goes on to the next value; what separates it from the one before is pending. */
    private void next() throws SQLException {
        if (column == columns.size()) {
            column = 0;
            value = NOTHING;
            at = 0;
            movedRows++;
            pending = '\n';
            return;
        }
        if (column == 0 && !rows.next()) {
            moved.rows(movedRows, movedBytes);
            ended = true;
            return;
        }
        pending = column == 0 ? -1 : '\t';
        byte[] read = bytes(columns.get(column++).reader());
        isNull = read == null;
        value = isNull ? NULL : read;
        at = 0;
        movedBytes += isNull ? 0 : read.length;
        if (movedBytes >= REPORT) {
            moved.rows(movedRows, movedBytes);
            movedRows = 0;
            movedBytes = 0;
        }
    }

    private byte[] bytes(ColumnReader reader) throws SQLException {
        if (reader != MysqlDouble.READER) {
            return rows.getBytes(column);
        }
        Object number = reader.read(rows, column);
        return number == null ? null : number.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
