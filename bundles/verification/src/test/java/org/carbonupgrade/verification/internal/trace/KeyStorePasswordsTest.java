package org.carbonupgrade.verification.internal.trace;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import org.junit.Rule;
import org.junit.Test;

public class KeyStorePasswordsTest {

    private static final String DIRECTORY = "/_system/governance/repository/security/key-stores";

    @Rule
    public final H2 registry = new H2();

    @Rule
    public final H2 other = new H2();

    @Test
    public void ofEveryTenantAreReadAndNothingElse() throws Exception {
        other.execute("CREATE TABLE ORDERS (ID INT)");
        registry.execute(
                "CREATE TABLE REG_PATH (REG_PATH_ID INT, REG_PATH_VALUE VARCHAR(99), REG_TENANT_ID INT)",
                "CREATE TABLE REG_RESOURCE (REG_PATH_ID INT, REG_NAME VARCHAR(99), REG_VERSION INT, REG_TENANT_ID INT)",
                "CREATE TABLE REG_RESOURCE_PROPERTY (REG_PROPERTY_ID INT, REG_VERSION INT, REG_TENANT_ID INT)",
                "CREATE TABLE REG_PROPERTY (REG_ID INT, REG_NAME VARCHAR(99), REG_VALUE VARCHAR(99), REG_TENANT_ID INT)",
                "INSERT INTO REG_PATH VALUES (1, '" + DIRECTORY + "', 7), (1, '" + DIRECTORY
                        + "', 8), (2, '/other', 7)",
                "INSERT INTO REG_RESOURCE VALUES (1, 'a.jks', 10, 7), (1, 'b.jks', 10, 8), (2, 'c', 11, 7)",
                "INSERT INTO REG_RESOURCE_PROPERTY VALUES (100, 10, 7), (101, 10, 7), (100, 10, 8), (100, 11, 7)",
                "INSERT INTO REG_PROPERTY VALUES (100, 'password', 'c2Vj', 7), (101, 'type', 'JKS', 7),"
                        + " (100, 'password', 'cmV0', 8)");

        assertEquals(
                "{" + DIRECTORY + "/a.jks of tenant 7=c2Vj, " + DIRECTORY + "/b.jks of tenant 8=cmV0}",
                KeyStorePasswords.in(Arrays.asList(other.database("ORDERS"), registry.database("REG")))
                        .toString());
        assertEquals(Collections.emptyMap(), KeyStorePasswords.in(Collections.singletonList(other.database("ORDERS"))));
    }
}
