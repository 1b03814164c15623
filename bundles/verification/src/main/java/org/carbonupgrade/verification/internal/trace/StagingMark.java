package org.carbonupgrade.verification.internal.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** What a database says of the upgrade that it belongs to, in the table that an upgrade leaves in every staging database. Immutable. */
public final class StagingMark {

    private static final String TABLE = "CARBON_UPGRADE";
    private static final String PROMOTED = "PROMOTED";

    private final String upgradeId;
    private final boolean promoted;

    StagingMark(String upgradeId, boolean promoted) {
        this.upgradeId = Objects.requireNonNull(upgradeId, "upgradeId");
        this.promoted = promoted;
    }

    /** The mark of a database; empty if no upgrade has made it. */
    public static Optional<StagingMark> of(Database database) throws SQLException {
        return database.inTransaction(connection -> {
            String upgradeId = CarbonTables.has(connection, TABLE) ? note(connection, "UPGRADE") : null;
            return upgradeId == null
                    ? Optional.empty()
                    : Optional.of(new StagingMark(upgradeId, PROMOTED.equals(note(connection, "PHASE"))));
        });
    }

    /** Whether a database holds anything of Carbon's users or registry. */
    public static boolean concerns(Database database) throws SQLException {
        return database.inTransaction(connection -> !CarbonTables.in(connection).isEmpty());
    }

    public String upgradeId() {
        return upgradeId;
    }

    /** Whether the database has become the production database. */
    public boolean isPromoted() {
        return promoted;
    }

    private static String note(Connection connection, String mark) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT NOTE FROM " + TABLE + " WHERE MARK = ? AND TABLE_NO = 0")) {
            query.setString(1, mark);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
