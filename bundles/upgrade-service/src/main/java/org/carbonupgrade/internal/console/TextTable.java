package org.carbonupgrade.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows of text in columns that align; the last column is as wide as it is. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(Arrays.stream(cells).map(TextTable::visible).toArray(String[]::new));
        return this;
    }

    /** Names of files and databases may hold anything, also what a terminal would obey. */
    private static String visible(String cell) {
        return cell.codePoints()
                .mapToObj(c -> Character.isISOControl(c) && c != '\t'
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : new String(Character.toChars(c)))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length - 1; i++) {
                widths[i] = Math.max(widths[i], length(row[i]));
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]);
                if (i < row.length - 1) {
                    char[] padding = new char[widths[i] - length(row[i])];
                    Arrays.fill(padding, ' ');
                    line.append(padding).append(GAP);
                }
            }
            text.append(line.toString().replaceAll("\\s+$", "")).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
