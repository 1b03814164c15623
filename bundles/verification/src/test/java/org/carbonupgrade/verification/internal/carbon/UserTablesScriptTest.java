package org.carbonupgrade.verification.internal.carbon;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.carbonupgrade.verification.internal.isolation.CannotGoOn;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class UserTablesScriptTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void takesTheUserTablesWithTheirIndexesAndNothingElse() throws Exception {
        UserTablesScript script = read("CREATE TABLE IF NOT EXISTS REG_LOG (ID INT);\n"
                + "-- create table UM_NOT (ID INT);\n"
                + "CREATE TABLE IF NOT EXISTS UM_USER (\n  ID INT, -- the key\n  NAME VARCHAR(9)\n);\n"
                + "create table UM_ROLE(ID INT);\n"
                + "CREATE INDEX IF NOT EXISTS I ON UM_USER(NAME);\n"
                + "CREATE UNIQUE INDEX J ON REG_LOG(ID);\n"
                + "ALTER TABLE UM_ROLE ADD CONSTRAINT C UNIQUE(ID);\n"
                + "ALTER TABLE REG_LOG ADD CONSTRAINT UM_C UNIQUE(ID);\n"
                + "INSERT INTO UM_USER VALUES (1, 'x');\n");

        assertEquals(
                Arrays.asList(
                        "CREATE TABLE IF NOT EXISTS UM_USER (\n  ID INT, \n  NAME VARCHAR(9)\n)",
                        "create table UM_ROLE(ID INT)",
                        "CREATE INDEX IF NOT EXISTS I ON UM_USER(NAME)",
                        "ALTER TABLE UM_ROLE ADD CONSTRAINT C UNIQUE(ID)"),
                script.statements());
    }

    @Test
    public void refusesAScriptWithoutUserTables() {
        CannotGoOn refusal = assertThrows(CannotGoOn.class, () -> read("CREATE TABLE REG_LOG (ID INT);"));

        assertEquals("VF_SCRIPT_UNUSABLE", refusal.entry().code());
    }

    @Test
    public void refusesAHomeWithoutTheScript() {
        Path none = folder.getRoot().toPath().resolve("h2.sql");

        assertEquals(
                "VF_SCRIPT_UNUSABLE",
                assertThrows(CannotGoOn.class, () -> UserTablesScript.read(none))
                        .entry()
                        .code());
    }

    private UserTablesScript read(String text) throws Exception {
        Path file = folder.newFile().toPath();
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return UserTablesScript.read(file);
    }
}
