package org.carbonupgrade.internal.staging;

import java.util.Optional;
import org.carbonupgrade.Status;
import org.carbonupgrade.dbcopy.SchemaDrift;
import org.carbonupgrade.internal.path.UpgradePath;

/** A difference of a staged schema, and how much it matters there. Immutable. */
final class JudgedDrift {

    private final SchemaDrift drift;
    private final Status status;

    JudgedDrift(SchemaDrift drift, Status status) {
        this.drift = drift;
        this.status = status;
    }

    SchemaDrift drift() {
        return drift;
    }

    Status status() {
        return status;
    }

    DriftClass driftClass() {
        return DriftClass.of(drift, status);
    }

    /** The statement that mends it, if it matters and one does. */
    Optional<String> mend() {
        return status == Status.OK ? Optional.empty() : drift.mend();
    }

    /** What differs, whether that was to be expected, and the SQL that mends it. */
    String sentence(String script, Optional<UpgradePath> path) {
        String index = drift.object().substring(drift.object().lastIndexOf('.') + 1);
        boolean expected = path.isPresent()
                && (drift.kind() == SchemaDrift.Kind.INDEX_RENAMED
                                && path.get().formerName(script, index).isPresent()
                        || drift.kind() == SchemaDrift.Kind.INDEX_MISSING
                                && path.get().isNew(script, index));
        return "In the staged database " + drift.what()
                + (expected ? ", as is known of the step " + path.get() : "")
                + "." + drift.mend().map(sql -> " SQL: " + sql).orElse("");
    }
}
