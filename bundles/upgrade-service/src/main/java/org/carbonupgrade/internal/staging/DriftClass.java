package org.carbonupgrade.internal.staging;

import java.util.Locale;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.SchemaDrift;

/** What a difference between a staged schema and the new version's means for the upgrade. */
enum DriftClass {
    /** The new version looks for it. */
    MISSING,
    /** It is there with another type, size or nullability. */
    CHANGED,
    /** It does the same under another name. */
    RENAMED,
    /** A customer's, or that of a product whose scripts are not below {@code dbscripts}. */
    EXTRA,
    /** Missing, and nothing that the database is used for needs it. */
    HARMLESS;

    /** @param status how much the difference matters in its database */
    static DriftClass of(SchemaDrift drift, Status status) {
        switch (drift.kind()) {
            case COLUMN_CHANGED:
                return CHANGED;
            case INDEX_RENAMED:
                return RENAMED;
            case EXTRA:
                return EXTRA;
            default:
                return status == Status.OK ? HARMLESS : MISSING;
        }
    }

    /** As figures call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
