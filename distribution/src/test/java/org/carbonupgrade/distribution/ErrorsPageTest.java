package org.carbonupgrade.distribution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.internal.UpgradeError;
import org.carbonupgrade.internal.merge.MergeException;
import org.carbonupgrade.launcher.RuntimeFailure;
import org.carbonupgrade.verification.internal.Code;
import org.junit.Test;

/** {@code docs/errors.md} explains exactly the codes that there are. */
public class ErrorsPageTest {

    /** A row of the page's tables: code, what it means, what to do. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` \\| (.+) \\| (.+) \\|$");

    @Test
    public void explainsEveryCodeThatThereIsAndNoOther() throws Exception {
        assertEquals(codes(), new TreeSet<>(rows().keySet()));
    }

    @Test
    public void explainsEachCodeOnceAndInWords() throws Exception {
        rows().forEach((code, rows) -> {
            assertEquals(code, 1, rows.size());
            assertTrue(code + " is hardly explained", rows.get(0).length() >= 20);
        });
    }

    private static TreeSet<String> codes() throws IllegalAccessException {
        TreeSet<String> codes = Stream.<Enum<?>[]>of(UpgradeError.values(), DbError.values(), Code.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Field field : MergeException.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                codes.add((String) field.get(null));
            }
        }
        codes.add(RuntimeFailure.CODE);
        return codes;
    }

    private static TreeMap<String, List<String>> rows() throws IOException {
        Matcher row = ROW.matcher(new String(Files.readAllBytes(Paths.get("../docs/errors.md")), "UTF-8"));
        Stream.Builder<String[]> found = Stream.builder();
        while (row.find()) {
            found.add(new String[] {row.group(1), row.group(2)});
        }
        Function<String[], String> explanation = cells -> cells[1];
        return found.build()
                .collect(Collectors.groupingBy(
                        cells -> cells[0], TreeMap::new, Collectors.mapping(explanation, Collectors.toList())));
    }
}
