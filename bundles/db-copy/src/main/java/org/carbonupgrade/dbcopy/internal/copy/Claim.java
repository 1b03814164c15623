package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.UpgradeMark.Phase;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable.Mark;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;

/**
 * Decides whether a staging database may be copied into: nothing ever is copied into one that holds anything but this upgrade's
 * own unfinished copy.
 */
final class Claim {

    /** How a database is found that may be copied into. */
    enum State {
        EMPTY,
        /** A copy of what the source still holds. */
        UNFINISHED,
        /** An unfinished copy of what the source no longer holds: to be removed. */
        STALE,
        COMPLETE
    }

    private final UpgradeMark wanted;
    private final String fingerprint;

    /**
     * @param wanted whose copy the database is to become
     * @param fingerprint of the source's content
     */
    Claim(UpgradeMark wanted, String fingerprint) {
        this.wanted = wanted;
        this.fingerprint = fingerprint;
    }

    /**
     * How the database is found; changes nothing.
     *
     * @param where the staging database's name
     * @throws org.carbonupgrade.dbcopy.DbCopyException if it must not be copied into
     */
    State judge(Schema schema, Connection target, String where) throws SQLException {
        return Found.in(schema, target, wanted, where).state(fingerprint, where);
    }

    /** Writes down whose copy the empty database is from now on. */
    void begin(Schema schema, Dialect dialect, Connection target) throws SQLException {
        if (!MarkerTable.in(schema).isPresent()) {
            Jdbc.execute(target, dialect.markerTable(MarkerTable.NAME));
        }
        MarkerTable.write(target, Mark.UPGRADE, 0, wanted.upgradeId());
        MarkerTable.write(target, Mark.SOURCE, 0, wanted.source());
        MarkerTable.write(target, Mark.FINGERPRINT, 0, fingerprint);
        MarkerTable.write(target, Mark.PHASE, 0, Phase.COPYING.name());
        target.commit();
    }
}
