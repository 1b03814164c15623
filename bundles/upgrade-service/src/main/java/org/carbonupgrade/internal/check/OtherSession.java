package org.carbonupgrade.internal.check;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Sessions of one user from one host at a database. Immutable. */
final class OtherSession {

    private final String user;
    private final String host;
    private final long sessions;

    /** @param row user, host, and how many sessions */
    OtherSession(ResultSet row) throws SQLException {
        this.user = row.getString(1);
        this.host = row.getString(2);
        this.sessions = row.getLong(3);
    }

    /** Whose they are. */
    String user() {
        return user;
    }

    @Override
    public String toString() {
        return sessions + " of " + user + " from " + host;
    }
}
