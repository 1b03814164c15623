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
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/**
 * Takes a staging database for one upgrade, or refuses: nothing is ever copied into a database that holds anything but this
 * upgrade's own unfinished copy.
 */
final class Claim {

    /** What a database may hold and still be empty. */
    private static final Set<Kind> OF_NO_VALUE = EnumSet.of(Kind.SETTING, Kind.USER, Kind.ROLE);

    /** How a claimed database is found. */
    enum State {
        EMPTY,
        UNFINISHED,
        COMPLETE
    }

    private final Dialect dialect;
    private final Connection target;
    private final String where;
    private final UpgradeMark wanted;
    private final String fingerprint;

    /**
     * @param where the staging database's name
     * @param wanted whose copy it is to become
     * @param fingerprint of the source's content
     */
    Claim(Dialect dialect, Connection target, String where, UpgradeMark wanted, String fingerprint) {
        this.dialect = dialect;
        this.target = target;
        this.where = where;
        this.wanted = wanted;
        this.fingerprint = fingerprint;
    }

    State take() throws SQLException {
        Schema schema = dialect.schema(target);
        Optional<UpgradeMark> found = MarkerTable.in(schema) ? MarkerTable.read(target) : Optional.empty();
        if (!found.isPresent()) {
            refuseUnlessEmpty(MarkerTable.hide(schema));
            return begin(MarkerTable.in(schema));
        }
        refuseForeign(found.get());
        boolean unchanged = fingerprint.equals(MarkerTable.note(target, Mark.FINGERPRINT, 0));
        if (found.get().phase() == Phase.COPYING) {
            return unchanged ? State.UNFINISHED : startOver();
        }
        if (!unchanged || found.get().phase() == Phase.PROMOTED) {
            throw new DbCopyException(
                    found.get().phase() == Phase.PROMOTED ? DbError.DB_NOT_EMPTY : DbError.DB_SOURCE_CHANGED,
                    found.get().phase() == Phase.PROMOTED
                            ? "The database has been promoted to production."
                            : "The old database has changed since it was copied.",
                    where);
        }
        return State.COMPLETE;
    }

    private void refuseUnlessEmpty(Schema schema) {
        List<String> valuables = schema.objects().values().stream()
                .filter(object -> !OF_NO_VALUE.contains(object.kind()))
                .map(SchemaObject::toString)
                .collect(Collectors.toList());
        if (!valuables.isEmpty()) {
            throw new DbCopyException(
                    DbError.DB_NOT_EMPTY,
                    "The staging database is not empty: it holds " + valuables.get(0)
                            + (valuables.size() == 1 ? "." : " and " + (valuables.size() - 1) + " more objects."),
                    where);
        }
    }

    private void refuseForeign(UpgradeMark found) {
        if (!found.upgradeId().equals(wanted.upgradeId()) || !found.source().equals(wanted.source())) {
            throw new DbCopyException(
                    DbError.DB_FOREIGN_COPY,
                    "The staging database belongs to upgrade " + found.upgradeId() + ", a copy of " + found.source()
                            + ".",
                    where);
        }
    }

    /** Our own copy of what the source no longer holds: removed, and begun anew. */
    private State startOver() throws SQLException {
        dialect.clear(target);
        return begin(false);
    }

    private State begin(boolean tableThere) throws SQLException {
        if (!tableThere) {
            MarkerTable.create(target);
        }
        MarkerTable.write(target, Mark.UPGRADE, 0, wanted.upgradeId());
        MarkerTable.write(target, Mark.SOURCE, 0, wanted.source());
        MarkerTable.write(target, Mark.FINGERPRINT, 0, fingerprint);
        MarkerTable.write(target, Mark.PHASE, 0, wanted.phase().name());
        target.commit();
        return State.EMPTY;
    }
}
