package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Test;

/** The databases that this is all about. */
public class H2CarbonSchemaTest extends H2Test {

    private static final int ROWS = 40;

    @Test
    public void carriesARealCarbonSchemaWithRowsInEveryTable() throws Exception {
        List<String> tables = new ArrayList<>();
        with(old, connection -> {
            CarbonSchema.create(connection);
            CarbonSchema.fill(connection, ROWS, new Random(1));
            tables.addAll(CarbonSchema.tables(connection));
        });

        CopyResult copied = copy();
        CompareResult compared = compare();

        assertEquals("tables", 40, tables.size());
        assertEquals((long) ROWS * tables.size(), copied.rows());
        assertEquals(Collections.emptyList(), copied.notCarried());
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
        assertEquals(dump(old), dump(staging));
    }
}
