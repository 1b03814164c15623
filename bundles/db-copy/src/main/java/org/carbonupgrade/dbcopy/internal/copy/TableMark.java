package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable.Mark;

/** How far the copy of one table is, committed together with the rows that it speaks of. Immutable. */
final class TableMark {

    static final TableMark NOTHING = new TableMark(TableDigest.EMPTY, 0, false);

    private final TableDigest digest;
    private final long bytes;
    private final boolean complete;

    TableMark(TableDigest digest, long bytes, boolean complete) {
        this.digest = digest;
        this.bytes = bytes;
        this.complete = complete;
    }

    /** The mark of a table, {@link #NOTHING} if there is none. */
    static TableMark read(Connection target, int table) throws SQLException {
        String note = MarkerTable.note(target, Mark.TABLE, table);
        if (note == null) {
            return NOTHING;
        }
        return parse(note);
    }

    private static TableMark parse(String note) {
        String[] parts = note.split(" ", 4);
        return new TableMark(TableDigest.parse(parts[0]), Long.parseLong(parts[1]), parts[2].equals("complete"));
    }

    /** Writes it over the one before; the name is for people who look into the table. */
    void write(Connection target, int table, String name) throws SQLException {
        String note = digest + " " + bytes + " " + (complete ? "complete" : "partial") + " "
                + name.replaceAll("[^\\x20-\\x7e]", "?"); // the database's character set may lack its own tables' names
        MarkerTable.write(target, Mark.TABLE, table, note.substring(0, Math.min(note.length(), 2000)));
    }

    /** The mark of a part of a table if it is there and speaks of this part; null for one of another part. */
    static TableMark ofPart(String note, String part) {
        return note.startsWith(part + " ") ? parse(note.substring(part.length() + 1)) : null;
    }

    /** Says, in the connection's transaction, that a part of a table is there as a whole. */
    void writePart(Connection target, int table, int number, String part, String name) throws SQLException {
        String note = part + " " + digest + " " + bytes + " complete " + name;
        MarkerTable.writePart(target, table, number, note.substring(0, Math.min(note.length(), 2000)));
    }

    TableDigest digest() {
        return digest;
    }

    long bytes() {
        return bytes;
    }

    boolean complete() {
        return complete;
    }
}
