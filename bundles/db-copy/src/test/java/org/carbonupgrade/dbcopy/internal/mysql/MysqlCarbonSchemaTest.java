package org.carbonupgrade.dbcopy.internal.mysql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.junit.Before;
import org.junit.Test;

/** The databases that this is all about. */
public class MysqlCarbonSchemaTest extends MysqlTest {

    private static final int ROWS = 40;
    private static final int TABLES = 40;

    @Before
    public void makeACarbonDatabase() throws Exception {
        admin("ALTER DATABASE " + oldSchema + " CHARACTER SET latin1");
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), oldSchema)) {
            MysqlCarbonSchema.create(connection);
            MysqlCarbonSchema.fill(connection, ROWS, new Random(1));
            assertEquals("tables", TABLES, MysqlCarbonSchema.tables(connection).size());
        }
    }

    @Test
    public void carriesARealCarbonSchemaWithRowsInEveryTable() throws Exception {
        for (DriverJar jar : Arrays.asList(DriverJar.MYSQL_5, DriverJar.MARIADB_3)) {
            driver = jar;
            name(oldSchema, stagingSchema);
            CopyResult copied = copy();
            CompareResult compared = compare();

            assertEquals((long) ROWS * TABLES, copied.rows());
            assertEquals("[]", compared.schema().toString());
            assertTrue(compared.equal());
            assertEquals(jar.toString(), dump(oldSchema), dump(stagingSchema));
            admin("DROP DATABASE " + stagingSchema, "CREATE DATABASE " + stagingSchema);
        }
    }

    /** What a script leaves to the database is not what the server would have chosen. */
    @Test
    public void aDatabaseOfItsOwnCharacterSetHasNotDrifted() throws Exception {
        admin("DROP DATABASE " + oldSchema, "CREATE DATABASE " + oldSchema + " CHARACTER SET utf8 COLLATE utf8_bin");
        try (Connection connection = Sessions.open(DriverJar.MARIADB_3, server.port(), oldSchema)) {
            MysqlCarbonSchema.create(connection);
        }
        assertEquals(
                "[]",
                copier.compareWithScript(old, MysqlCarbonSchema.SCRIPT).drifts().toString());
    }

    @Test
    public void findsWhatDriftedFromTheCreateScript() throws Exception {
        ScriptComparison same = copier.compareWithScript(old, MysqlCarbonSchema.SCRIPT);
        assertEquals("[]", same.drifts().toString());

        sql(
                oldSchema,
                "ALTER TABLE REG_LOG RENAME INDEX REG_LOG_IND_BY_REGLOG TO OTHER",
                "ALTER TABLE UM_USER MODIFY UM_SALT_VALUE VARCHAR(30)");
        ScriptComparison drifted = copier.compareWithScript(old, MysqlCarbonSchema.SCRIPT);
        assertEquals(
                "[COLUMN_CHANGED, INDEX_RENAMED]",
                drifted.drifts().stream()
                        .map(SchemaDrift::kind)
                        .sorted()
                        .collect(Collectors.toList())
                        .toString());
        String mend = drifted.drifts().stream()
                .filter(drift -> drift.kind() == SchemaDrift.Kind.INDEX_RENAMED)
                .map(drift -> drift.mend().get())
                .findFirst()
                .get();
        copier.apply(old, Collections.singletonList(mend));
        assertEquals(
                1,
                copier.compareWithScript(old, MysqlCarbonSchema.SCRIPT).drifts().size());
    }
}
