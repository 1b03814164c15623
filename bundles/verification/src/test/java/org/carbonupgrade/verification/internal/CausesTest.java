package org.carbonupgrade.verification.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.Test;

public class CausesTest {

    @Test
    public void saysWhatTheInnermostCauseSays() {
        Exception wrapped = new IllegalStateException(
                "can't add user", new IOException("in between", new SQLException("no\n  table")));

        assertEquals("SQLException: no table", Causes.of(wrapped));
    }

    @Test
    public void takesUrlsAndPasswordsOut() {
        String said = Causes.of(new SQLException(
                "can't connect to jdbc:mysql://db/carbon?user=u&password=geheim with Password = geheim; retry"));

        assertFalse(said, said.contains("geheim"));
        assertFalse(said, said.contains("mysql"));
        assertTrue(said, said.endsWith("; retry"));
    }

    @Test
    public void namesACauseThatSaysNothing() {
        assertEquals("java.lang.NullPointerException", Causes.of(new NullPointerException()));
    }

    @Test
    public void comesToAnEndWithCausesInACircle() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertTrue(Causes.of(one).matches("Exception: (one|two)"));
    }
}
