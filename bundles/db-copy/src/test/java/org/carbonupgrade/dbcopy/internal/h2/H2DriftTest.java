package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.dbcopy.ScriptComparison;
import org.junit.Test;

/** Where a schema is not what a create script makes, it is said by name; the SQL that is offered mends it. */
public class H2DriftTest extends H2Test {

    private static final String[] SCRIPT = {
        "CREATE TABLE IF NOT EXISTS A(ID INT AUTO_INCREMENT, V VARCHAR(20) NOT NULL, W INT DEFAULT 7, PRIMARY KEY(ID))",
        "CREATE TABLE IF NOT EXISTS B(ID INT NOT NULL, A INT, UNIQUE(A), FOREIGN KEY(A) REFERENCES A(ID))",
        "CREATE INDEX IX ON A(V)",
        "CREATE INDEX IY ON A(W, V)"
    };

    @Test
    public void findsNothingInTheSchemaOfTheScript() throws Exception {
        drifts(SCRIPT);
    }

    @Test
    public void findsNothingInARealCarbonSchema() throws Exception {
        with(staging, CarbonSchema::create);
        ScriptComparison compared = copier.compareWithScript(staging, CarbonSchema.SCRIPT);
        assertEquals("[]", compared.drifts().toString());
        assertEquals(40, compared.tables());
        assertTrue(compared.indexes() > 40);
    }

    @Test
    public void namesAMissingTableAndNoneOfItsIndexes() throws Exception {
        drifts(without("TABLE IF NOT EXISTS B"), "TABLE_MISSING PUBLIC.B");
    }

    @Test
    public void namesAnExtraTable() throws Exception {
        drifts(with("CREATE TABLE MORE(X INT)"), "EXTRA PUBLIC.MORE");
    }

    @Test
    public void namesAMissingColumn() throws Exception {
        drifts(
                with("DROP INDEX IY", "ALTER TABLE A DROP COLUMN W"),
                "COLUMN_MISSING PUBLIC.A.W",
                "INDEX_MISSING PUBLIC.IY");
    }

    @Test
    public void namesAnExtraColumn() throws Exception {
        drifts(with("ALTER TABLE B ADD MORE INT"), "EXTRA PUBLIC.B.MORE");
    }

    @Test
    public void namesAColumnOfAnotherTypeSizeOrNullability() throws Exception {
        drifts(
                with("ALTER TABLE A ALTER COLUMN V VARCHAR(10)", "ALTER TABLE A ALTER COLUMN W BIGINT NOT NULL"),
                "COLUMN_CHANGED PUBLIC.A.V",
                "COLUMN_CHANGED PUBLIC.A.W");
    }

    @Test
    public void namesAndMendsAMissingIndex() throws Exception {
        mends(with("DROP INDEX IX"), "INDEX_MISSING PUBLIC.IX");
    }

    @Test
    public void namesAndMendsARenamedIndex() throws Exception {
        mends(with("ALTER INDEX IX RENAME TO OLD_NAME"), "INDEX_RENAMED PUBLIC.IX");
    }

    @Test
    public void namesAnExtraIndex() throws Exception {
        drifts(with("CREATE INDEX MORE ON B(ID, A)"), "EXTRA PUBLIC.MORE");
    }

    @Test
    public void tellsAnIndexOnOtherColumnsFromTheOneOfItsName() throws Exception {
        drifts(with("DROP INDEX IX", "CREATE INDEX IX ON A(W)"), "EXTRA PUBLIC.IX", "INDEX_MISSING PUBLIC.IX");
    }

    @Test
    public void namesADroppedUniqueKeyByItsColumns() throws Exception {
        sql(
                staging,
                with(
                        "CREATE TABLE C(X INT)",
                        "DROP TABLE B",
                        "CREATE TABLE B(ID INT NOT NULL, A INT, FOREIGN KEY(A)" + " REFERENCES A(ID))"));
        List<SchemaDrift> found = compared().drifts().stream()
                .filter(drift -> drift.kind() == SchemaDrift.Kind.INDEX_MISSING)
                .collect(Collectors.toList());
        assertEquals(1, found.size());
        assertEquals("PUBLIC.B", found.get(0).table());
        assertTrue(
                found.get(0).mend().get(),
                found.get(0).mend().get().replace("\"", "").contains("UNIQUE(A)"));
    }

    @Test
    public void takesNoNoticeOfTheMarkerTable() throws Exception {
        sql(old, SCRIPT);
        copy();
        assertEquals("[]", compared().drifts().toString());
    }

    private void drifts(String[] made, String... expected) throws Exception {
        sql(staging, made);
        assertEquals(Arrays.asList(expected), found());
    }

    private void mends(String[] made, String... expected) throws Exception {
        drifts(made, expected);
        copier.apply(
                staging,
                compared().drifts().stream().map(drift -> drift.mend().get()).collect(Collectors.toList()));
        assertEquals(Collections.emptyList(), found());
    }

    private List<String> found() throws Exception {
        return compared().drifts().stream()
                .map(drift -> drift.kind() + " " + drift.object())
                .sorted()
                .collect(Collectors.toList());
    }

    private ScriptComparison compared() throws Exception {
        String script = String.join(";\n", SCRIPT) + ";\n";
        return copier.compareWithScript(
                staging, Files.write(path("create.sql"), script.getBytes(StandardCharsets.UTF_8)));
    }

    private static String[] with(String... more) {
        String[] statements = Arrays.copyOf(SCRIPT, SCRIPT.length + more.length);
        System.arraycopy(more, 0, statements, SCRIPT.length, more.length);
        return statements;
    }

    private static String[] without(String part) {
        return Arrays.stream(SCRIPT).filter(sql -> !sql.contains(part)).toArray(String[]::new);
    }
}
