package org.carbonupgrade.dbcopy.digest;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The number of rows and the order-independent sum of their digests: two tables with equal digests hold equal rows.
 */
public final class TableDigest {

    /** The digest of no rows. */
    public static final TableDigest EMPTY = new TableDigest(0, 0, 0);

    private final long rows;
    private final long high;
    private final long low;

    TableDigest(long rows, long high, long low) {
        this.rows = rows;
        this.high = high;
        this.low = low;
    }

    /**
     * Digests every remaining row of a result set, all columns in their order. Large objects are streamed.
     *
     * @param result an open result set before the first row to digest; it is read to its end and left open
     */
    public static TableDigest of(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        ColumnReader[] readers = new ColumnReader[columns.getColumnCount()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = ColumnReader.forType(columns.getColumnType(i + 1));
        }
        RowDigest row = new RowDigest();
        TableDigest sum = EMPTY;
        while (result.next()) {
            for (int i = 0; i < readers.length; i++) {
                row.value(readers[i].read(result, i + 1));
            }
            sum = sum.plus(row.finish());
        }
        return sum;
    }

    /**
     * Digests a row that is at hand in an encoding which says where each value ends, nulls included. A quick function of 128 bits:
     * the result means nothing beside one of {@link RowDigest}.
     */
    public static TableDigest ofEncoded(byte[] content, int offset, int length) {
        long[] hash = MurmurHash3.hash128x64(content, offset, length, 0);
        return new TableDigest(1, hash[0], hash[1]);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if the text is not a digest
     */
    public static TableDigest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.length() != colon + 33) {
            throw new IllegalArgumentException("not a table digest: " + text);
        }
        return new TableDigest(
                Long.parseLong(text.substring(0, colon)),
                Long.parseUnsignedLong(text.substring(colon + 1, colon + 17), 16),
                Long.parseUnsignedLong(text.substring(colon + 17), 16));
    }

    /** The digest of the rows of both. */
    public TableDigest plus(TableDigest other) {
        long sumLow = low + other.low;
        long carry = Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0;
        return new TableDigest(rows + other.rows, high + other.high + carry, sumLow);
    }

    /** How many rows were digested. */
    public long rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableDigest
                && rows == ((TableDigest) other).rows
                && high == ((TableDigest) other).high
                && low == ((TableDigest) other).low;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, high, low);
    }

    /** {@code rows:digest}, the digest as 32 hexadecimal digits. */
    @Override
    public String toString() {
        return rows + ":" + String.format(Locale.ROOT, "%016x%016x", high, low);
    }
}
