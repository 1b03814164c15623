package org.carbonupgrade.dbcopy.internal.dialect.postgresql;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The roles of the server that a schema is for. Immutable. */
final class PgRoles {

    private final String user;
    private final Set<String> all;
    private final Set<String> ours;

    private PgRoles(String user, Set<String> all, Set<String> ours) {
        this.user = user;
        this.all = all;
        this.ours = ours;
    }

    static PgRoles of(PgCatalog catalog) throws SQLException {
        return new PgRoles(
                catalog.value("SELECT current_user"),
                new HashSet<>(catalog.column("SELECT rolname FROM pg_catalog.pg_roles")),
                new HashSet<>(catalog.column("SELECT rolname FROM pg_catalog.pg_roles"
                        + " WHERE pg_catalog.pg_has_role(current_user, oid, 'MEMBER')")));
    }

    /** As they are for a schema that is read where it is: all that it speaks of exist. */
    PgRoles unbound() {
        return new PgRoles(user, all, all);
    }

    boolean isUser(String role) {
        return role.equals(user);
    }

    boolean exists(String role) {
        return all.contains(role);
    }

    /** Whether the user may make the role an owner. */
    boolean mayBe(String role) {
        return ours.contains(role);
    }
}
