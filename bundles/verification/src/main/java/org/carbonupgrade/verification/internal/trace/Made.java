package org.carbonupgrade.verification.internal.trace;

import java.util.Objects;

/** One thing that a verification makes in the server, named well enough to be found again after a crash. */
public final class Made {

    /** What it is. */
    public enum Kind {
        /** The directory of the databases of one verification; the name is its run id. */
        DATABASES,

        /** A directory that was not there, to be removed if nothing is in it; the name is its path in the home. */
        DIRECTORY,

        /** A secondary user store of the super tenant; the name is its domain. */
        USER_STORE,

        /** A role of the super tenant, with its domain. */
        ROLE,

        /** A permission of the super tenant; the name is that of the resource. */
        PERMISSION,

        /** A user of the super tenant's primary store. */
        USER,

        /** A row of UM_TENANT; the name is the tenant's domain. */
        TENANT,

        /** All that belongs to the id of that tenant, which was used by nobody before; the name is the tenant's domain. */
        TENANT_CONTENTS
    }

    private final Kind kind;
    private final String name;

    public Made(Kind kind, String name) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.name = Objects.requireNonNull(name, "name");
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Made && kind == ((Made) other).kind && name.equals(((Made) other).name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
