package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class TenantRowsTest {

    @Rule
    public final H2 users = new H2();

    @Rule
    public final H2 registry = new H2();

    private TenantRows rows;

    @Before
    public void setUp() throws SQLException {
        users.execute(
                "CREATE TABLE UM_TENANT (UM_ID INT PRIMARY KEY)",
                "CREATE TABLE UM_A_USER (UM_ID INT PRIMARY KEY, UM_TENANT_ID INT)",
                "CREATE TABLE UM_B_ROLE (UM_ID INT PRIMARY KEY, UM_TENANT_ID INT,"
                        + " UM_USER_ID INT REFERENCES UM_A_USER(UM_ID))",
                "CREATE TABLE UM_C_SHARED (UM_USER_TENANT_ID INT, UM_ROLE_TENANT_ID INT,"
                        + " UM_ROLE_ID INT REFERENCES UM_B_ROLE(UM_ID))",
                "INSERT INTO UM_TENANT VALUES (7)",
                "INSERT INTO UM_A_USER VALUES (1, 7), (2, 8)",
                "INSERT INTO UM_B_ROLE VALUES (1, 7, 1), (2, 8, 2)",
                "INSERT INTO UM_C_SHARED VALUES (7, 7, 1), (8, 8, 2)");
        registry.execute("CREATE TABLE REG_PATH (REG_TENANT_ID INT)", "INSERT INTO REG_PATH VALUES (7), (8), (-1234)");
        rows = new TenantRows(Arrays.asList(users.database("USERS"), registry.database("REGISTRY")));
    }

    @Test
    public void deletesATenantsRowsWhateverRefersToThemAndNoOthers() throws SQLException {
        rows.delete(7);

        assertTrue(rows.tablesWith(7).isEmpty());
        assertEquals(5, rows.tablesWith(8).size());
        assertEquals(Collections.singletonList("REGISTRY REG_PATH"), rows.tablesWith(-1234));
    }

    @Test
    public void saysWhereATenantHasRows() throws SQLException {
        assertEquals(
                "[USERS UM_A_USER, USERS UM_B_ROLE, USERS UM_C_SHARED, USERS UM_C_SHARED, REGISTRY REG_PATH]",
                rows.tablesWith(7).toString());
        assertTrue(rows.tablesWith(9).isEmpty());
    }

    @Test
    public void givesUpWhenATableOutsideRefersToARow() throws SQLException {
        users.execute(
                "CREATE TABLE PRODUCT (USER_ID INT REFERENCES UM_A_USER(UM_ID))", "INSERT INTO PRODUCT VALUES (1)");

        SQLException refusal = assertThrows(SQLException.class, () -> rows.delete(7));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("PRODUCT"));
    }
}
