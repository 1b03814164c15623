package org.carbonupgrade.dbcopy.internal.h2;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.junit.Before;

/** What can't be done is refused with a code, a place and a remedy, without a password, and with both places as they were. */
public abstract class H2Refusing extends H2Test {

    protected static final String WRONG = "wrong-S3cret";

    @Before
    public void makeAnOldDatabase() throws Exception {
        sql(
                old,
                "CREATE TABLE T(ID INT PRIMARY KEY, V VARCHAR(20), B BLOB)",
                "INSERT INTO T SELECT X, 'value ' || X, SPACE(10000) FROM SYSTEM_RANGE(1, 50)");
    }

    /** Something that must not be done. */
    protected interface Verb {
        void run() throws Exception;
    }

    protected final void refused(DbError code, String about, Verb verb) throws Exception {
        String source = FileStates.of(path("old"));
        String target = FileStates.of(path("new"));
        assertCode(code, about, assertThrows(DbCopyException.class, verb::run));
        assertEquals(source, FileStates.of(path("old")));
        assertEquals(target, FileStates.of(path("new")));
    }

    protected static void assertCode(DbError code, String about, DbCopyException refusal) {
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        String text = refusal.error() + " " + refusal.where() + ": " + refusal.getMessage() + " " + refusal.remedy();
        assertEquals(trace.toString(), code, refusal.error());
        assertTrue(text, text.contains(about));
        assertFalse(text, refusal.where().isEmpty() || refusal.remedy().isEmpty());
        assertFalse(text, (text + trace).contains(H2.PASSWORD));
        assertFalse(text, (text + trace).contains(WRONG));
    }
}
