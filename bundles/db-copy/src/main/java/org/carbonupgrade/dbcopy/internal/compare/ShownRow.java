package org.carbonupgrade.dbcopy.internal.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonupgrade.dbcopy.ValueDifference;
import org.carbonupgrade.dbcopy.digest.RowDigest;
import org.carbonupgrade.dbcopy.digest.TableDigest;
import org.carbonupgrade.dbcopy.internal.model.Column;

/** The values of a row, each as text to show and as a digest to compare. Immutable. */
final class ShownRow {

    private static final int DIGITS = 8;

    private final Column[] columns;
    private final String[] texts;
    private final TableDigest[] digests;
    private final TableDigest digest;
    private final boolean secret;

    private ShownRow(Column[] columns, String[] texts, TableDigest[] digests, TableDigest digest, boolean secret) {
        this.columns = columns;
        this.texts = texts;
        this.digests = digests;
        this.digest = digest;
        this.secret = secret;
    }

    /** The row that a query for all these columns is at. */
    static ShownRow read(ResultSet row, Column[] columns, Shown shown) throws SQLException {
        RowDigest all = new RowDigest();
        RowDigest one = new RowDigest();
        String[] texts = new String[columns.length];
        TableDigest[] digests = new TableDigest[columns.length];
        boolean secret = false;
        for (int i = 0; i < columns.length; i++) {
            Object value = columns[i].reader().read(row, i + 1);
            String text = text(value, one, all);
            boolean hidden = shown.secret(columns[i].name());
            // A row of a name and a value: the name tells what the value is.
            secret |= !hidden && value instanceof String && shown.secret((String) value);
            texts[i] = hidden ? Shown.HIDDEN : text;
            digests[i] = one.finish();
        }
        return new ShownRow(columns, texts, digests, all.finish(), secret);
    }

    /** The value as text; a large object can be read only once, and goes through both digests on the way. */
    private static String text(Object value, RowDigest one, RowDigest all) {
        try {
            if (value instanceof InputStream) {
                try (InputStream tee = all.tee((InputStream) value)) {
                    return Text.shortened(tee, one);
                }
            }
            if (value instanceof Reader) {
                try (Reader tee = all.tee((Reader) value)) {
                    return Text.shortened(tee, one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.value(value);
        return Text.shortened(value, one);
    }

    /** As the row's digest in a comparison. */
    TableDigest digest() {
        return digest;
    }

    /** The columns in which two rows with one key differ. */
    static List<ValueDifference> difference(ShownRow source, ShownRow target) {
        boolean hidden = source.secret || target.secret;
        List<ValueDifference> values = new ArrayList<>();
        for (int i = 0; i < source.columns.length; i++) {
            if (!source.digests[i].equals(target.digests[i])) {
                String mine = source.text(i, hidden);
                String theirs = target.text(i, hidden);
                boolean alike = mine.equals(theirs) && !mine.equals(Shown.HIDDEN);
                values.add(new ValueDifference(
                        source.columns[i].name(),
                        alike ? mine + source.digest(i) : mine,
                        alike ? theirs + target.digest(i) : theirs));
            }
        }
        return values;
    }

    /**
     * All columns of a row that one side lacks, without those of its key.
     *
     * @param inSource whether it is the source that has it
     */
    List<ValueDifference> alone(boolean inSource, List<String> key) {
        List<ValueDifference> values = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (!key.contains(columns[i].name())) {
                String text = text(i, secret);
                values.add(new ValueDifference(columns[i].name(), inSource ? text : null, inSource ? null : text));
            }
        }
        return values;
    }

    private String text(int column, boolean hidden) {
        return hidden ? Shown.HIDDEN : texts[column];
    }

    /** Tells shortened values apart that begin alike. */
    private String digest(int column) {
        String whole = digests[column].toString();
        return " (digest " + whole.substring(whole.indexOf(':') + 1).substring(0, DIGITS) + ")";
    }
}
