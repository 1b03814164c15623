package org.carbonupgrade.dbcopy.internal.h2;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** The column types that a version of H2 has, each with the values that are hard to carry. */
final class RandomTypes {

    /** A type that can be a column's. */
    static final class Type {

        final String sql;
        final boolean indexed;
        private final Function<Random, Object> values;

        /** @param indexed whether it can be a part of a key */
        private Type(String sql, boolean indexed, Function<Random, Object> values) {
            this.sql = sql;
            this.indexed = indexed;
            this.values = values;
        }

        /** A value to bind; what H2 makes of it is its own affair. */
        Object value(Random random) {
            return values.apply(random);
        }
    }

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "A",
        "ä",
        "Ä",
        "ß",
        "SS",
        "é",
        "😀",
        "\uD800",
        "\uDC00x",
        "x\uD83D",
        "\uFFFF",
        "\u0000",
        "'",
        "''",
        "\"",
        "\\",
        "\\u0041",
        "\t\n\r",
        "trailing  ",
        "  leading",
        "NULL",
        "%_",
        "日本語",
        "a, B=b",
        "$$",
        "--",
        "/*",
        ";",
        "\u0301"
    };
    private static final String[] DATES = {
        "0001-01-01",
        "-0044-03-15",
        "9999-12-31",
        "1582-10-04",
        "1582-10-15",
        "2020-02-29",
        "12345-06-07",
        "2011-12-30",
        "1970-01-01",
        "1945-04-02",
        "2018-11-04",
        "1900-03-01"
    };
    /** Among them those that are skipped or stand twice in Berlin, São Paulo and Apia. */
    private static final String[] TIMES = {"00:00:00", "02:30:00", "23:59:59", "12:34:56", "00:30:00", "03:00:00"};

    private final List<Type> types = new ArrayList<>();

    private RandomTypes(H2 h2) {
        add("INT", true, r -> pick(r, 0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, r.nextInt(50)));
        add("BOOLEAN", true, Random::nextBoolean);
        add("TINYINT", true, r -> r.nextInt(256) - 128);
        add("SMALLINT", true, r -> pick(r, Short.MIN_VALUE, Short.MAX_VALUE, r.nextInt(99)));
        add("BIGINT", true, r -> pick(r, Long.MIN_VALUE, Long.MAX_VALUE, r.nextLong(), (long) r.nextInt(50)));
        add("DECIMAL(20, 3)", true, r -> decimal(r, 3));
        add("DECIMAL", true, r -> decimal(r, r.nextInt(40) - 10));
        add(
                "DOUBLE",
                true,
                r -> pick(
                        r,
                        0.0,
                        -0.0,
                        0.1,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        r.nextGaussian()));
        add(
                "REAL",
                true,
                r -> pick(r, 0f, -0f, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, r.nextFloat()));
        // Older versions lose rows of an index over times that the time zone skips: they are no keys there.
        add("DATE", h2.isAtLeast("1.3"), r -> pick(r, DATES));
        add("TIME", true, r -> pick(r, TIMES));
        add("TIMESTAMP", h2.isAtLeast("1.4"), RandomTypes::timestamp);
        add("TIMESTAMP", true, r -> "2020-06-0" + (1 + r.nextInt(9)) + " 12:00:00." + r.nextInt(999));
        add("VARCHAR", true, RandomTypes::text);
        add("VARCHAR(12)", true, r -> shortened(text(r), 12));
        add("VARCHAR_IGNORECASE", true, RandomTypes::text);
        add("CHAR(12)", true, r -> shortened(text(r), 12));
        add("VARBINARY", true, r -> bytes(r, 40));
        add("BINARY(8)", true, r -> bytes(r, 8));
        add("UUID", true, r -> new UUID(pick(r, 0L, -1L, Long.MIN_VALUE, r.nextLong()), r.nextLong()).toString());
        add("BLOB", false, r -> bytes(r, large(r)));
        add("CLOB", false, RandomTypes::longText);
        add(
                "OTHER",
                false,
                r -> pick(r, new ArrayList<>(Arrays.asList(1, "a")), BigInteger.TEN, Collections.emptySet()));
        add("ARRAY", false, RandomTypes::array);
        if (h2.isAtLeast("1.4")) {
            add("TIME(9)", true, r -> pick(r, TIMES) + "." + (100_000_000 + r.nextInt(900_000_000)));
            add("TIMESTAMP(9)", true, r -> timestamp(r) + "123456789".substring(r.nextInt(8)));
            add("TIMESTAMP(9) WITH TIME ZONE", true, r -> timestamp(r) + pick(r, "+00", "-11:30", "+14"));
            add("ENUM('a', 'b''c', 'Ä')", true, r -> pick(r, "a", "b'c", "Ä"));
            add("INTERVAL YEAR(5) TO MONTH", true, r -> pick(r, "", "-") + r.nextInt(9999) + "-" + r.nextInt(12));
            add(
                    "INTERVAL DAY(5) TO SECOND(9)",
                    true,
                    r -> pick(r, "", "-") + r.nextInt(999) + " 23:59:59." + r.nextInt(999999999));
            add(
                    "GEOMETRY",
                    false,
                    r -> pick(
                            r,
                            "POINT (1 2)",
                            "SRID=4326;POINT Z (1.5 -2 3)",
                            "LINESTRING EMPTY",
                            "POLYGON ((0 0, 1 0, 1 1, 0 0))",
                            "MULTIPOINT ((1 2), (3 4))"));
        }
    }

    static RandomTypes of(H2 h2) {
        return new RandomTypes(h2);
    }

    Type any(Random random) {
        return types.get(random.nextInt(types.size()));
    }

    Type indexed(Random random) {
        Type type = any(random);
        return type.indexed ? type : indexed(random);
    }

    private void add(String sql, boolean indexed, Function<Random, Object> values) {
        types.add(new Type(sql, indexed, values));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static BigDecimal decimal(Random random, int scale) {
        BigInteger digits = pick(random, BigInteger.ZERO, BigInteger.ONE, new BigInteger(50, random))
                .negate();
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
    }

    private static String timestamp(Random random) {
        String time = pick(random, DATES) + " " + pick(random, TIMES);
        return time + pick(random, ".0", ".5", ".123", ".999999", ".000001");
    }

    private static String text(Random random) {
        String text = pick(random, TEXTS);
        return random.nextBoolean() ? text : text + pick(random, TEXTS) + random.nextInt(30);
    }

    private static String shortened(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static int large(Random random) {
        return pick(random, 0, 1, 200, 5000, 70_000);
    }

    /** Without halves of characters: a large object is stored as UTF-8. */
    private static String longText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = large(random); text.length() < length; ) {
            text.append(pick(random, "a", "ä", "€", "😀", "\n", "'", "\uFFFF", "\u0000"));
        }
        return text.toString();
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Object[] array(Random random) {
        return pick(
                random,
                new Object[0],
                new Object[] {1, "a", null},
                new Object[] {"x, y", new Object[] {2.5, true}},
                new Object[] {new BigDecimal("1.50"), 7L});
    }
}
