package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.junit.Test;

/** The databases that this is all about. */
public class PgCarbonSchemaTest extends PgTest {

    private static final Path SCRIPT =
            Paths.get("target", "carbon", "postgresql.sql").toAbsolutePath();
    private static final int ROWS = 40;

    @Test
    public void carriesARealCarbonSchemaWithRowsInEveryTable() throws Exception {
        sql(old, new String(Files.readAllBytes(SCRIPT), StandardCharsets.UTF_8));
        List<String> tables = column(old, "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 2200");
        for (String table : tables) {
            fill(table);
        }

        CopyResult copied = copy();
        CompareResult compared = compare();

        assertEquals("tables", 40, tables.size());
        assertEquals((long) ROWS * tables.size(), copied.rows());
        assertEquals(Collections.emptyList(), copied.notCarried());
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
        assertEquals("COPY", copied.tables().get(0).lane().split(" ")[0].toUpperCase());
        if (PgDump.exists()) {
            assertEquals(dump(old), dump(staging));
        }
    }

    @Test
    public void findsNoDriftInWhatTheScriptMadeAndNamesTheDriftThatThereIs() throws Exception {
        sql(staging, new String(Files.readAllBytes(SCRIPT), StandardCharsets.UTF_8));
        ScriptComparison equal = copier.compareWithScript(staging, SCRIPT);
        sql(staging, "DROP INDEX reg_log_ind_by_reg_logtime", "ALTER TABLE reg_log DROP COLUMN reg_action_data");
        ScriptComparison changed = copier.compareWithScript(staging, SCRIPT);

        assertEquals("[]", equal.drifts().toString());
        assertEquals(40, equal.tables());
        assertEquals(changed.drifts().toString(), 2, changed.drifts().size());
        assertEquals(
                Collections.emptyList(),
                column(staging, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'carbon_upgrade%'"));
    }

    /** A row's values follow from its number, so that foreign keys find theirs. */
    private void fill(String table) throws Exception {
        List<String> values = column(
                old,
                "SELECT CASE WHEN format_type(atttypid, NULL) = 'bytea' THEN 'decode(md5(n::text), ''hex'')'"
                        + " WHEN atttypid = 'timestamp'::regtype THEN '''2015-06-01 12:34:56.789''::timestamp + n * interval ''1 day'''"
                        + " WHEN atttypid = 'boolean'::regtype THEN 'n % 2 = 0' WHEN atttypid IN ('varchar'::regtype,"
                        + " 'bpchar'::regtype, 'text'::regtype) THEN 'left(n || ''/größe'', greatest(2, ' || greatest(2,"
                        + " atttypmod - 4) || '))' ELSE 'n' END FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
        server.execute(
                PgServer.ADMIN,
                old.name(),
                "SET session_replication_role = replica",
                "INSERT INTO " + table + " SELECT " + String.join(", ", values) + " FROM generate_series(1, " + ROWS
                        + ") n");
    }
}
