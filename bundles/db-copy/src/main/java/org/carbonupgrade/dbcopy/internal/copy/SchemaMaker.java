package org.carbonupgrade.dbcopy.internal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carbonupgrade.dbcopy.DbCopyException;
import org.carbonupgrade.dbcopy.DbError;
import org.carbonupgrade.dbcopy.internal.dialect.Dialect;
import org.carbonupgrade.dbcopy.internal.jdbc.Jdbc;
import org.carbonupgrade.dbcopy.internal.model.Schema;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject;
import org.carbonupgrade.dbcopy.internal.model.SchemaObject.Kind;
import org.carbonupgrade.dbcopy.internal.work.Stop;

/** Makes the objects of a schema in the target. Whatever is there already is not made again. */
final class SchemaMaker {

    private static final Set<Kind> SETTINGS = EnumSet.of(Kind.OPTION, Kind.SETTING, Kind.POSITION);

    private static final String DEADLOCK = "40P01|40001";
    private static final int MOST_ATTEMPTS = 10;

    private final Dialect dialect;
    private final Staging staging;
    private final Schema there;
    private final Stop stop;

    /** @param there what the target holds already */
    SchemaMaker(Dialect dialect, Staging staging, Schema there, Stop stop) {
        this.dialect = dialect;
        this.staging = staging;
        this.there = there;
        this.stop = stop;
    }

    /** Makes them one after the other, through a connection of their own: others may be made meanwhile. */
    void make(List<SchemaObject> objects) {
        Schema[] known = {there};
        staging.each(toBeMade(objects, there), object -> "make " + object, (write, object, again) -> {
            if (again) {
                known[0] = dialect.schema(write);
            }
            if (isToBeMade(object, known[0])) {
                stop.check(staging.name());
                make(object, write);
            }
        });
    }

    /** Makes them through a connection that the caller has, who does it all again if that is lost. */
    void make(List<SchemaObject> objects, Connection write) throws SQLException {
        for (SchemaObject object : toBeMade(objects, there)) {
            stop.check(staging.name());
            make(object, write);
            write.commit();
        }
    }

    private static List<SchemaObject> toBeMade(List<SchemaObject> objects, Schema known) {
        return objects.stream().filter(object -> isToBeMade(object, known)).collect(Collectors.toList());
    }

    /** A setting has a value to begin with; everything else is as we made it, if it is there. */
    private static boolean isToBeMade(SchemaObject object, Schema known) {
        return known.like(object)
                .map(found ->
                        SETTINGS.contains(found.kind()) && !found.definition().equals(object.definition()))
                .orElse(true);
    }

    private void make(SchemaObject object, Connection write) {
        try {
            for (int attempt = 1; !made(object, write, attempt); attempt++) {
                stop.check(staging.name());
            }
        } catch (SQLException e) {
            if (object.secret()) {
                // Also the database's message: it may cite the statement.
                SQLException silent = new SQLException("see the database's log", e.getSQLState(), e.getErrorCode());
                throw new DbCopyException(DbError.DB_SQL, "Cannot make " + object + ".", staging.name(), silent);
            }
            throw Jdbc.failure("make " + object, staging.name(), e);
        }
    }

    /** Foreign keys made at once may wait for each other's tables; the database ends one of them. */
    private boolean made(SchemaObject object, Connection write, int attempt) throws SQLException {
        try {
            dialect.make(write, object);
            return true;
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).matches(DEADLOCK) || attempt == MOST_ATTEMPTS) {
                throw e;
            }
            write.rollback();
            return false;
        }
    }
}
