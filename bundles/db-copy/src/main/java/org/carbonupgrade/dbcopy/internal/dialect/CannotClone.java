package org.carbonupgrade.dbcopy.internal.dialect;

import java.util.Collection;
import java.util.Collections;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;

/** Says why a database can't be cloned: an error for whoever insists on it, and a reason to copy it in another way. */
public final class CannotClone extends DbCopyException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason a clause without a full stop: {@code two sessions are connected to the old database} */
    public CannotClone(String reason, String where) {
        super(DbError.DB_CLONE, "The database cannot be cloned: " + reason + ".", where);
        this.reason = reason;
    }

    /** Refuses if there is any reason to. */
    public static void ifAny(Collection<String> reasons, String where) {
        if (!reasons.isEmpty()) {
            throw new CannotClone(String.join("; ", reasons), where);
        }
    }

    /** Refuses for one reason. */
    public static void because(boolean so, String reason, String where) {
        ifAny(so ? Collections.singleton(reason) : Collections.emptySet(), where);
    }

    /** A clause without a full stop. */
    public String reason() {
        return reason;
    }
}
