package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.UpgradeMark;
import org.carbonupgrade.dbcopy.UpgradeMark.Phase;
import org.carbonupgrade.dbcopy.internal.copy.MarkerTable.Mark;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/**
 * Decides whether a staging database may be copied into: nothing ever is copied into one that holds anything but this upgrade's
 * own unfinished copy.
 */
final class Claim {

    /** What a database may hold and still be empty. */
    private static final Set<Kind> OF_NO_VALUE = EnumSet.of(
            Kind.OPTION, Kind.SETTING, Kind.USER, Kind.ROLE, Kind.SCHEMA, Kind.EXTENSION, Kind.GRANT, Kind.OWNER);

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
     * @throws DbCopyException if it must not be copied into
     */
    State judge(Schema schema, Connection target, String where) throws SQLException {
        Optional<UpgradeMark> found = MarkerTable.read(schema, target);
        if (!found.isPresent()) {
            refuseUnlessEmpty(MarkerTable.hide(schema), where);
            return State.EMPTY;
        }
        refuseForeign(found.get(), where);
        boolean unchanged = fingerprint.equals(MarkerTable.note(target, Mark.FINGERPRINT, 0));
        if (found.get().phase() == Phase.COPYING) {
            return unchanged ? State.UNFINISHED : State.STALE;
        }
        if (found.get().phase() == Phase.PROMOTED) {
            throw new DbCopyException(DbError.DB_PROMOTED, "The database has been promoted to production.", where);
        }
        if (!unchanged) {
            throw new DbCopyException(
                    DbError.DB_SOURCE_CHANGED, "The old database has changed since it was copied.", where);
        }
        return State.COMPLETE;
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

    private static void refuseUnlessEmpty(Schema schema, String where) {
        List<String> valuables = schema.objects().stream()
                .filter(object -> !OF_NO_VALUE.contains(object.kind()))
                .map(SchemaObject::toString)
                .collect(Collectors.toList());
        valuables.addAll(schema.notCarried());
        if (!valuables.isEmpty()) {
            throw new DbCopyException(
                    DbError.DB_NOT_EMPTY,
                    "The staging database is not empty: it holds " + valuables.get(0)
                            + (valuables.size() == 1 ? "." : " and " + (valuables.size() - 1) + " more objects."),
                    where);
        }
    }

    private void refuseForeign(UpgradeMark found, String where) {
        if (!found.upgradeId().equals(wanted.upgradeId()) || !found.source().equals(wanted.source())) {
            throw new DbCopyException(
                    DbError.DB_FOREIGN_COPY,
                    "The staging database belongs to upgrade " + found.upgradeId() + ", a copy of " + found.source()
                            + ".",
                    where);
        }
    }
}
