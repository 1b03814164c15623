package org.carbonupgrade.internal.check.server;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Sessions of one user from one host at a database. Immutable. */
public final class OtherSession {

    private final String user;
    private final String host;
    private final long sessions;

    /** @param row user, host, and how many sessions */
    OtherSession(ResultSet row) throws SQLException {
        this.user = String.valueOf(row.getString(1));
        this.host = row.getString(2);
        this.sessions = row.getLong(3);
    }

    /** Whose they are. */
    public String user() {
        return user;
    }

    @Override
    public String toString() {
        return sessions + " of " + user + " from " + host;
    }
}
