package org.carbonupgrade.internal.check.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.carbonupgrade.Status;

/** A setting of a database or its server that decides how data are kept there. Immutable. */
public final class ServerSetting {

    /** What holds any bytes at all, so that nobody knows which characters they are. */
    private static final Pattern ANY_BYTES = Pattern.compile("SQL_ASCII|US7ASCII");

    private final String label;
    private final String query;
    private final Status whenOther;
    private final String holdsAll;

    private ServerSetting(String label, String query, Status whenOther, String holdsAll) {
        this.label = label;
        this.query = query;
        this.whenOther = whenOther;
        this.holdsAll = holdsAll;
    }

    /** One that has to be the same for data to be kept as they are. */
    static ServerSetting same(String label, String query) {
        return new ServerSetting(label, query, Status.FAIL, null);
    }

    /** One that had better be the same. */
    static ServerSetting alike(String label, String query) {
        return new ServerSetting(label, query, Status.WARN, null);
    }

    /** A character set: it has to be the same, or the one that has all characters. */
    static ServerSetting characters(String label, String query, String holdsAll) {
        return new ServerSetting(label, query, Status.FAIL, holdsAll);
    }

    /** What a database has. */
    public String read(Connection connection) throws SQLException {
        return ServerQuestions.first(connection, query);
    }

    /** How bad it is that staging has another value. */
    public Status whenOther(String old, String staging) {
        boolean holds = staging.equals(holdsAll) && !ANY_BYTES.matcher(old).matches();
        return holds ? Status.WARN : whenOther;
    }

    @Override
    public String toString() {
        return label;
    }
}
