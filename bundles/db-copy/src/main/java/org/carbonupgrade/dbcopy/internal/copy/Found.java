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
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;

/** How a staging database was found that may be copied into, or was: empty, or with this upgrade's own copy in it. Immutable. */
final class Found {

    /** Nothing is there. */
    static final Found NOTHING = new Found(null, null, null);

    /** What a database may hold and still be empty. */
    private static final Set<Kind> OF_NO_VALUE = EnumSet.of(
            Kind.OPTION, Kind.SETTING, Kind.USER, Kind.ROLE, Kind.SCHEMA, Kind.EXTENSION, Kind.GRANT, Kind.OWNER);

    private final Phase phase;
    private final String fingerprint;
    private final CopyTotal total;

    /**
     * @param phase how far this upgrade's copy is; null if nothing is there
     * @param fingerprint of the content that the copy was begun with
     * @param total what a complete copy holds, or null
     */
    private Found(Phase phase, String fingerprint, CopyTotal total) {
        this.phase = phase;
        this.fingerprint = fingerprint;
        this.total = total;
    }

    /**
     * Looks; changes nothing.
     *
     * @param wanted whose copy the database is to become
     * @param where the staging database's name
     * @throws DbCopyException if it must not be copied into
     */
    static Found in(Schema schema, Connection target, UpgradeMark wanted, String where) throws SQLException {
        Optional<UpgradeMark> found = MarkerTable.read(schema, target);
        if (!found.isPresent()) {
            refuseUnlessEmpty(MarkerTable.hide(schema), where);
            return NOTHING;
        }
        refuseForeign(found.get(), wanted, where);
        Phase phase = found.get().phase();
        if (phase == Phase.PROMOTED) {
            throw new DbCopyException(DbError.DB_PROMOTED, "The database has been promoted to production.", where);
        }
        return new Found(
                phase,
                MarkerTable.note(target, Mark.FINGERPRINT, 0),
                phase == Phase.COPIED ? CopyTotal.read(target) : null);
    }

    boolean isNothing() {
        return phase == null;
    }

    /** Whether there is a complete copy, of whatever the source was then. */
    boolean isComplete() {
        return phase == Phase.COPIED;
    }

    /** What a complete copy holds. */
    CopyTotal total() {
        return total;
    }

    /**
     * What it is to a source of this fingerprint.
     *
     * @throws DbCopyException if it is a complete copy of something else
     */
    Claim.State state(String source, String where) {
        if (isNothing()) {
            return Claim.State.EMPTY;
        }
        boolean unchanged = source.equals(fingerprint);
        if (!isComplete()) {
            return unchanged ? Claim.State.UNFINISHED : Claim.State.STALE;
        }
        if (!unchanged) {
            throw new DbCopyException(
                    DbError.DB_SOURCE_CHANGED, "The old database has changed since it was copied.", where);
        }
        return Claim.State.COMPLETE;
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

    private static void refuseForeign(UpgradeMark found, UpgradeMark wanted, String where) {
        if (!found.upgradeId().equals(wanted.upgradeId()) || !found.source().equals(wanted.source())) {
            throw new DbCopyException(
                    DbError.DB_FOREIGN_COPY,
                    "The staging database belongs to upgrade " + found.upgradeId() + ", a copy of " + found.source()
                            + ".",
                    where);
        }
    }
}
