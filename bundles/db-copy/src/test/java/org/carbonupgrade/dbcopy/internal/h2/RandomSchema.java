package org.carbonupgrade.dbcopy.internal.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Fills a database with a schema and rows that a seed decides. Names, types, keys and values are as bad as H2 allows. */
final class RandomSchema {

    private static final String[] NAMES = {
        "T",
        "lower",
        "select",
        "with space",
        "dot.ted",
        "quo\"te",
        "Ünï",
        "日本",
        "a\\b",
        "x'y",
        "ON",
        "TABLE",
        "IS",
        "semi;colon",
        "_"
    };
    private static final int MOST_ROWS = 300;

    private final Random random;
    private final RandomTypes types;
    private final Connection connection;
    private final List<String> names = new ArrayList<>();
    private final List<Made> tables = new ArrayList<>();
    private int done;

    /** What was made of a table. */
    private static final class Made {

        private final String name;
        private final List<RandomTypes.Type> columns = new ArrayList<>();
        private final List<Integer> key = new ArrayList<>();

        private Made(String name) {
            this.name = name;
        }
    }

    RandomSchema(H2 h2, Connection connection, long seed) {
        this.random = new Random(seed);
        this.types = RandomTypes.of(h2);
        this.connection = connection;
    }

    /** Makes it; gives how many statements H2 has accepted. */
    int make() throws SQLException {
        List<String> schemas = new ArrayList<>(Arrays.asList("PUBLIC"));
        for (int i = random.nextInt(3); i > 0; i--) {
            schemas.add(newName());
            attempt("CREATE SCHEMA " + schemas.get(schemas.size() - 1));
        }
        attempt("CREATE SEQUENCE SQ START WITH " + random.nextInt(99) + " INCREMENT BY " + (1 + random.nextInt(5)));
        attempt("CREATE DOMAIN DM AS VARCHAR(40) DEFAULT 'd''' CHECK (LENGTH(VALUE) > 0)");
        attempt("CREATE ROLE RL");
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            table(schemas.get(random.nextInt(schemas.size())) + "." + newName());
        }
        for (Made table : new ArrayList<>(tables)) {
            decorate(table);
        }
        return done;
    }

    private void table(String name) throws SQLException {
        Made table = new Made(name);
        List<String> parts = new ArrayList<>();
        int keyed = random.nextInt(4);
        for (int i = 0; i < keyed; i++) {
            table.key.add(i);
            table.columns.add(types.indexed(random));
        }
        for (int i = random.nextInt(6) + (keyed == 0 ? 1 : 0); i > 0; i--) {
            table.columns.add(types.any(random));
        }
        for (int i = 0; i < table.columns.size(); i++) {
            parts.add(column(i) + " " + table.columns.get(i).sql + (random.nextInt(9) == 0 ? " COMMENT 'it''s'" : ""));
        }
        if (random.nextInt(3) == 0) {
            parts.add("\"identity\" BIGINT AUTO_INCREMENT");
        }
        if (random.nextInt(3) == 0) {
            parts.add("COMPUTED INT AS 1 + 1");
            parts.add("DOM DM");
            parts.add("NUM INT DEFAULT NEXTVAL('SQ')");
        }
        java.util.Collections.shuffle(table.key, random);
        if (keyed > 0) {
            parts.add("PRIMARY KEY(" + columns(table.key) + ")");
        }
        if (attempt("CREATE " + (random.nextInt(5) == 0 ? "MEMORY " : "") + "TABLE " + name + "("
                + String.join(", ", parts) + ")")) {
            tables.add(table);
            rows(table);
        }
    }

    private void rows(Made table) throws SQLException {
        String sql = "INSERT INTO " + table.name + "("
                + columns(indexes(table.columns.size())) + ") VALUES("
                + table.columns.stream().map(type -> "?").collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = random.nextInt(4) == 0 ? 0 : random.nextInt(MOST_ROWS); i > 0; i--) {
                for (int column = 0; column < table.columns.size(); column++) {
                    boolean none = !table.key.contains(column) && random.nextInt(6) == 0;
                    insert.setObject(
                            column + 1, none ? null : table.columns.get(column).value(random));
                }
                done += execute(insert) ? 1 : 0;
            }
        }
    }

    private void decorate(Made table) {
        List<Integer> indexed = indexes(table.columns.size());
        indexed.removeIf(i -> !table.columns.get(i).indexed);
        if (!indexed.isEmpty()) {
            java.util.Collections.shuffle(indexed, random);
            List<Integer> some = indexed.subList(0, 1 + random.nextInt(indexed.size()));
            attempt("CREATE INDEX " + newName() + " ON " + table.name + "(" + columns(some)
                    + (random.nextBoolean() ? " DESC" : "") + ")");
            attempt("ALTER TABLE " + table.name + " ADD CONSTRAINT " + newName() + " UNIQUE(" + columns(some) + ")");
            attempt("ALTER TABLE " + table.name + " ADD CONSTRAINT " + newName() + " CHECK(" + column(some.get(0))
                    + " IS NOT NULL)");
            attempt("CREATE VIEW " + newName() + " AS SELECT " + columns(some) + " FROM " + table.name);
        }
        if (!table.key.isEmpty() && random.nextBoolean()) {
            String child = newName();
            attempt("CREATE TABLE " + child + "("
                    + table.key.stream()
                            .map(i -> column(i) + " " + table.columns.get(i).sql)
                            .collect(Collectors.joining(", "))
                    + ")");
            attempt("INSERT INTO " + child + " SELECT " + columns(table.key) + " FROM " + table.name
                    + " WHERE RAND() < 0.5");
            attempt("ALTER TABLE " + child + " ADD FOREIGN KEY(" + columns(table.key) + ") REFERENCES " + table.name
                    + "(" + columns(table.key) + ") ON DELETE CASCADE");
        }
        attempt("COMMENT ON TABLE " + table.name + " IS 'a IS b'");
        attempt("GRANT SELECT, DELETE ON " + table.name + " TO RL");
        attempt("CREATE FORCE TRIGGER " + newName() + " BEFORE DELETE ON " + table.name
                + " FOR EACH ROW CALL \"no.such.Class\"");
    }

    private boolean attempt(String sql) {
        try {
            H2.execute(connection, sql);
            done++;
            return true;
        } catch (SQLException e) {
            return false; // two columns of one name, a value that is not unique: nothing to copy
        }
    }

    private static boolean execute(PreparedStatement insert) {
        try {
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private String newName() {
        String name = NAMES[random.nextInt(NAMES.length)];
        while (names.contains(name)) {
            name = name + random.nextInt(10);
        }
        names.add(name);
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String column(int i) {
        return '"' + NAMES[i].replace("\"", "\"\"") + '"';
    }

    private static String columns(List<Integer> indexes) {
        return indexes.stream().map(RandomSchema::column).collect(Collectors.joining(", "));
    }

    private static List<Integer> indexes(int count) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            indexes.add(i);
        }
        return indexes;
    }
}
