package org.carbonupgrade.verification.internal.carbon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.carbonupgrade.verification.Entry;
import org.carbonupgrade.verification.internal.Causes;
import org.carbonupgrade.verification.internal.Code;
import org.carbonupgrade.verification.internal.files.Places;
import org.carbonupgrade.verification.internal.files.Trees;
import org.carbonupgrade.verification.internal.trace.Database;
import org.carbonupgrade.verification.internal.trace.Databases;
import org.carbonupgrade.verification.internal.trace.Made;

/** Removes what a verification made, the newest first. A thing that is not there, or only half, is no obstacle. */
public final class Removal {

    private static final Log LOG = LogFactory.getLog(Removal.class);

    private final Places places;
    private final Databases databases;
    private final UserStores stores;
    private final Users users;
    private final Tenants tenants;

    public Removal(CarbonServer server, Databases databases) {
        this.places = server.places();
        this.databases = databases;
        this.stores = new UserStores(server);
        this.users = new Users(server);
        this.tenants = new Tenants(server, stores, databases);
    }

    /**
     * Removes each thing, lastingly; what goes wrong with one does not keep the others. Gives what could not be removed.
     */
    public List<Entry> remove(List<Made> made) {
        List<Made> newestFirst = new ArrayList<>(made);
        Collections.reverse(newestFirst);
        List<Entry> left = new ArrayList<>();
        for (Made thing : newestFirst) {
            attempt("remove " + thing, left, () -> remove(thing, made));
        }
        for (Database database : databases.readable()) {
            attempt("make the removal lasting in " + database.name(), left, database::force);
        }
        return left;
    }

    private static void attempt(String what, List<Entry> left, Action action) {
        try {
            action.run();
        } catch (Exception e) {
            LOG.warn("can't " + what, e);
            left.add(Code.VF_LEFTOVER_NOT_REMOVED.fail("can't " + what + ": " + Causes.of(e)));
        }
    }

    private void remove(Made thing, List<Made> all) throws Exception {
        switch (thing.kind()) {
            case DATABASES:
                Trees.delete(places.databases(thing.name()));
                Trees.deleteIfEmpty(places.databases());
                break;
            case DIRECTORY:
                Trees.deleteIfEmpty(places.home().resolve(thing.name()));
                break;
            case USER_STORE:
                stores.removeFromSuperTenant(thing.name());
                break;
            case ROLE:
                users.removeRole(thing.name());
                break;
            case PERMISSION:
                users.removePermission(thing.name());
                break;
            case USER:
                users.removeUser(thing.name());
                break;
            case TENANT:
                tenants.remove(thing.name(), all.contains(new Made(Made.Kind.TENANT_CONTENTS, thing.name())));
                break;
            case TENANT_CONTENTS:
                // Goes with the tenant.
                break;
            default:
                throw new IllegalStateException("don't know how to remove " + thing);
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }
}
