package org.carbonupgrade.dbcopy.internal.jdbc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.carbonupgrade.dbcopy.DbError;
import org.junit.Test;

public class PassingFailureTest {

    @Test
    public void knowsLostConnectionsAndServersThatAreDown() {
        assertTrue(PassingFailure.in(new SQLException("I/O error", "08006")));
        assertTrue(PassingFailure.in(new SQLException("terminating connection", "57P01")));
        assertTrue(PassingFailure.in(new SQLException("starting up", "57P03")));
        assertTrue(PassingFailure.in(new SQLException("too many clients", "53300")));
        assertTrue(PassingFailure.in(new SQLException("deadlock", "40P01")));
        assertTrue(PassingFailure.in(new SQLException("Connection was killed", "70100", 1927)));
        assertTrue(PassingFailure.in(new SQLException("gone away", "HY000", 2006)));
        assertTrue(PassingFailure.in(new SQLNonTransientConnectionException("no state")));
        assertTrue(PassingFailure.in(new SQLException("link failure", "S1000", new SocketException("reset"))));
    }

    @Test
    public void doesNotWaitForWhatWillNotChange() {
        assertFalse(PassingFailure.in(new SQLException("no such table", "42P01")));
        assertFalse(PassingFailure.in(new SQLException("duplicate key", "23000", 1062)));
        assertFalse(PassingFailure.in(new SQLException("disk full", "53100")));
        assertFalse(PassingFailure.in(new SQLException("wrong password", "28P01")));
        assertFalse(PassingFailure.in(new SQLNonTransientConnectionException("file corrupted", "90030", 90030)));
        assertFalse(PassingFailure.in(new SQLException("cannot read a file", "S1000", new IOException("no space"))));
        assertFalse(PassingFailure.in(new IllegalStateException("a bug")));
    }

    /** Exceptions are made anew on their way, without what could hold a password. */
    @Test
    public void isKnownBehindOurOwnException() {
        SQLException lost = new SQLNonTransientConnectionException("no state");

        assertTrue(PassingFailure.in(Jdbc.failure("copy", "STAGING", lost)));
        assertFalse(PassingFailure.in(Jdbc.failure("copy", "STAGING", new SQLException("syntax", "42601"))));
    }

    @Test
    public void aFullDiskIsAMatterOfFiles() {
        assertEquals(
                DbError.DB_FILE,
                Jdbc.failure("copy", "STAGING", new SQLException("full", "53100"))
                        .error());
        assertEquals(
                DbError.DB_FILE,
                Jdbc.failure("copy", "STAGING", new SQLException("The table is full", "HY000", 1114))
                        .error());
    }
}
