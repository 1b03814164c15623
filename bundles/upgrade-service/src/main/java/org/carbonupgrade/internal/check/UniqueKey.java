package org.carbonupgrade.internal.check;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carbonupgrade.internal.database.Rows;
import org.carbonupgrade.internal.database.Stored;

/** Columns of a table of which a create script wants every row to have others. Immutable. */
final class UniqueKey {

    private static final Pattern TABLE =
            Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?[\"`]?(\\w+)[\"`]?\\s*\\(");
    private static final Pattern KEY = Pattern.compile(
            "(?i)\\b(?:PRIMARY\\s+KEY|UNIQUE(?:\\s+(?:KEY|INDEX))?(?:\\s+[\"`]?\\w+[\"`]?)?)\\s*\\(([^()]+)\\)");
    private static final Pattern INDEX = Pattern.compile(
            "(?i)\\bCREATE\\s+UNIQUE\\s+INDEX\\s+\\S+(?:\\s+USING\\s+\\w+)?\\s+ON\\s+[\"`]?(\\w+)[\"`]?\\s*\\(([^()]+)\\)");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    private final String table;
    private final Set<String> columns;

    private UniqueKey(String table, String columns) {
        this.table = table.toUpperCase(Locale.ROOT);
        this.columns = Arrays.stream(
                        columns.replaceAll("[\"`]", "").toUpperCase(Locale.ROOT).split(","))
                .map(String::trim)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that a create script makes. */
    static List<UniqueKey> in(String script) {
        String text = COMMENT.matcher(script).replaceAll("");
        List<UniqueKey> keys = new ArrayList<>();
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
            Matcher key = KEY.matcher(text.substring(table.end(), end(text, table.end())));
            while (key.find()) {
                keys.add(new UniqueKey(table.group(1), key.group(1)));
            }
        }
        Matcher index = INDEX.matcher(text);
        while (index.find()) {
            keys.add(new UniqueKey(index.group(1), index.group(2)));
        }
        keys.removeIf(key -> !key.columns.stream().allMatch(column -> column.matches("\\w+")));
        return keys;
    }

    /** Those of some keys whose tables and columns a database has, without a key on them or on some of them. */
    static List<UniqueKey> newIn(Connection connection, List<UniqueKey> keys) throws SQLException {
        Map<String, String> tables = Stored.tables(connection);
        List<UniqueKey> more = new ArrayList<>();
        for (UniqueKey key : keys) {
            String stored = tables.get(key.table);
            if (stored != null
                    && key.columnsThere(connection, stored)
                    && kept(connection, stored).stream().noneMatch(key.columns::containsAll)) {
                more.add(key);
            }
        }
        return more;
    }

    String table() {
        return table;
    }

    /** How many values are there more than once; a value with a NULL in it is never equal to another. */
    long duplicates(Connection connection) throws SQLException {
        String names = String.join(", ", columns);
        String query = "SELECT COUNT(*) FROM (SELECT " + names + " FROM " + table + " WHERE "
                + String.join(" IS NOT NULL AND ", columns) + " IS NOT NULL GROUP BY " + names
                + " HAVING COUNT(*) > 1) twice";
        return Rows.count(connection, query);
    }

    @Override
    public String toString() {
        return table + "(" + String.join(", ", columns) + ")";
    }

    /** A column that is the new version's own has no rows to judge yet. */
    private boolean columnsThere(Connection connection, String stored) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        String pattern = Stored.pattern(catalogue, stored);
        Set<String> there = new TreeSet<>();
        try (ResultSet rows = catalogue.getColumns(connection.getCatalog(), Stored.schema(connection), pattern, null)) {
            while (rows.next()) {
                there.add(rows.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return there.containsAll(columns);
    }

    private static Collection<Set<String>> kept(Connection connection, String table) throws SQLException {
        Map<String, Set<String>> unique = new TreeMap<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), Stored.schema(connection), table, true, true)) {
            while (rows.next()) {
                if (rows.getString("COLUMN_NAME") != null) {
                    unique.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new TreeSet<>())
                            .add(rows.getString("COLUMN_NAME")
                                    .replaceAll("[\"`]", "")
                                    .toUpperCase(Locale.ROOT));
                }
            }
        }
        return unique.values();
    }

    private static int end(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return at;
    }
}
