package org.carbonupgrade.dbcopy.internal.dialect.catalogue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import org.junit.Test;

public class SqlTextTest {

    @Test
    public void takesASchemasNameAwayWhereItLeadsBackToTheOriginal() {
        String[][] codes = {
            {"INSERT INTO T", "INSERT INTO CARBON.T"},
            {"SELECT X.nextval INTO :NEW.ID", "SELECT carbon . X.nextval INTO :NEW.ID"},
            {"select \"a\" from \"T\"", "select \"a\" from \"CARBON\".\"T\""},
            {"select 'CARBON.T' from T -- CARBON.T", "select 'CARBON.T' from CARBON.T -- CARBON.T"},
            {"/* CARBON.T */ T", "/* CARBON.T */ CARBON.T"},
            {"OTHER.CARBON.T", "OTHER.CARBON.T"},
            {":CARBON.T", ":CARBON.T"},
            {"MYCARBON.T, CARBON", "MYCARBON.T, CARBON"},
            {"\"carbon\".T", "\"carbon\".T"},
        };
        for (String[] code : codes) {
            assertEquals(code[0], SqlText.unqualified(code[1], "CARBON"));
        }
    }

    @Test
    public void readsSettingsWhoseValuesHoldAnything() {
        UrlSettings settings = new UrlSettings("user=u;Password={a;b=}}c};databaseName=d; encrypt = true ;flag");

        assertEquals("a;b=}c", settings.get("password"));
        assertEquals("d", settings.get("database", "databaseName"));
        assertNull(settings.get("flag"));
        assertEquals("databaseName=d;encrypt= true ;flag;", settings.without("user", "password"));
    }

    @Test
    public void splitsScriptsWhereLinesEndWithTheDelimiter() {
        assertEquals(
                "[CREATE TABLE T(A INT), BEGIN\n x := 1;\nEND;]",
                new ScriptRunner("/")
                        .statements("-- a comment;\nCREATE TABLE T(A INT)/\n\nBEGIN\n x := 1;\nEND;\n/\n/\n")
                        .toString());
        assertEquals(
                "[A, B, C]", new ScriptRunner(";").statements("A;\nB\nGO\nC").toString());
    }
}
