package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.DatabaseSpec;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/** From an older H2 to the newest: the copy is exact, or refused. */
public class H2NewerVersionTest extends H2Test {

    private static final String NEWEST = "1.4.199";
    private static final int SEEDS = Boolean.getBoolean("carbonupgrade.endurance") ? 200 : 2;

    @Before
    public void stageInTheNewestVersion() {
        Assume.assumeFalse(version.equals(NEWEST));
        staging = newest("new/repository/DB");
    }

    @Test
    public void carriesARealCarbonSchemaWithRowsInEveryTable() throws Exception {
        with(old, connection -> {
            CarbonSchema.create(connection);
            CarbonSchema.fill(connection, 10, new Random(1));
        });

        CopyResult copied = copy();
        CompareResult compared = compare();

        assertEquals(10 * 40, copied.rows());
        assertEquals(Collections.emptyList(), copied.notCarried());
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
        assertEquals(rows(old, version), rows(staging, NEWEST));
    }

    @Test
    public void refusesWhatTheNewerVersionCannotHave() throws Exception {
        sql(old, "CREATE TABLE \"TABLE\"(ID INT)");
        DbCopyException refused = assertThrows(DbCopyException.class, this::copy);
        assertEquals(DbError.DB_INEXACT, refused.error());
        assertTrue(refused.getMessage(), refused.getMessage().contains("PUBLIC.TABLE"));
        assertTrue(copier.files(staging).isEmpty());
    }

    /** The older versions keep nanoseconds, the newest keeps microseconds unless it is told otherwise. */
    @Test
    public void refusesValuesThatTheNewerVersionChanges() throws Exception {
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, V TIMESTAMP)",
                "INSERT INTO T VALUES(1, '2015-06-01 12:00:00.123456789')");
        DbCopyException refused = assertThrows(DbCopyException.class, this::copy);
        assertEquals(DbError.DB_INEXACT, refused.error());
        assertEquals("PUBLIC.T", refused.where());
    }

    @Test
    public void carriesWhateverASeedMakesOrRefuses() throws Exception {
        for (int i = 0; i < SEEDS; i++) {
            carriesOrRefuses(new Random().nextInt(1_000_000));
        }
    }

    /** Seeds that once failed; or some to look into, as {@code -DargLine=-Dseed=…}. */
    @Test
    public void carriesOrRefusesWhatOnceFailed() throws Exception {
        for (String seed : System.getProperty("seed", "52941,175890").split(",")) {
            carriesOrRefuses(Long.parseLong(seed));
        }
    }

    private void carriesOrRefuses(long seed) throws Exception {
        String message = "H2 " + version + " to " + NEWEST + " seed " + seed;
        System.out.println(message);
        old = spec("OLD", seed + "/old").snapshots(path("snapshots")).build();
        staging = newest(seed + "/new");
        with(old, connection -> new RandomSchema(H2.of(version), connection, seed).make());
        try {
            copy();
        } catch (DbCopyException e) {
            System.out.println(e.getMessage());
            assertEquals(message + ": " + e.getMessage(), DbError.DB_INEXACT, e.error());
            return;
        }
        CompareResult compared = compare();
        assertEquals(message, "[]", compared.schema().toString());
        assertTrue(message, compared.equal());
        assertEquals(message, rows(old, version), rows(staging, NEWEST));
    }

    private DatabaseSpec newest(String file) {
        return spec("STAGING", file)
                .drivers(Collections.singletonList(H2.jar(NEWEST)))
                .build();
    }

    /** The rows of all tables as text, by the database's own version. */
    private String rows(DatabaseSpec database, String by) throws Exception {
        List<String> lines = new ArrayList<>();
        H2.of(by).with(copier.identify(database).file().get(), connection -> {
            for (String table : H2.column(
                    connection,
                    "SELECT '\"' || REPLACE(TABLE_SCHEMA, '\"', '\"\"') || '\".\"' || REPLACE(TABLE_NAME, '\"', '\"\"') || '\"'"
                            + " FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'TABLE'"
                            + " AND TABLE_NAME <> 'CARBON_UPGRADE'")) {
                lines.addAll(rows(connection, table));
            }
        });
        Collections.sort(lines);
        return String.join("\n", lines);
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder(table);
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(' ').append(value(rows, i));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    /** As text, but for what the versions write differently. */
    private static String value(ResultSet rows, int column) throws SQLException {
        switch (rows.getMetaData().getColumnType(column)) {
            case Types.BLOB:
                return Arrays.toString(rows.getBytes(column));
            case Types.ARRAY:
                Array array = rows.getArray(column);
                return array == null ? "null" : Arrays.deepToString((Object[]) array.getArray());
            case Types.TIMESTAMP:
                return String.valueOf(rows.getTimestamp(column));
            default:
                return rows.getString(column);
        }
    }
}
